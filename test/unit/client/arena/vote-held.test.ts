import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import AnswerFacts from '../../../../client/src/components/arena/AnswerFacts.vue'
import VoteHeld from '../../../../client/src/components/arena/VoteHeld.vue'
import { serverNow } from '../../../../client/src/lib/server-clock.js'
import { onPage } from '../ui/support.js'

beforeEach(() => setActivePinia(createPinia()))

const held = (blind: boolean, left: number): string => {
  const vote = { choice: 'a', finalAt: serverNow() + left }
  const page = onPage(VoteHeld, { vote, grace: left, blind, stoppedSides: [], explainable: false })
  const text = page.text()
  page.unmount()
  return text
}

describe('a vote in its grace', () => {
  it('says how long it can be changed, also where the names are known', () => {
    expect(held(true, 60_000)).toContain('The names appear in 60 s.')
    expect(held(false, 60_000)).toContain('It can be changed for 60 s.')
    expect(held(false, 0)).toContain('It can no longer be changed.')
  })
})

describe('the facts of an answer', () => {
  it('begin with who made the model', () => {
    const card = { name: 'alpha', organization: 'Demo Lab', license: 'MIT' }
    const page = onPage(AnswerFacts, { card })
    expect(page.findAll('li').map((fact) => fact.text())).toEqual(['Demo Lab', 'MIT'])
    page.unmount()
  })
})
