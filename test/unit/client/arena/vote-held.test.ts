import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import AnswerFacts from '../../../../client/src/components/arena/AnswerFacts.vue'
import AnswerPane from '../../../../client/src/components/arena/AnswerPane.vue'
import DirectAnswer from '../../../../client/src/components/arena/DirectAnswer.vue'
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
    const page = onPage(AnswerFacts, { card, measured: false })
    expect(page.findAll('li').map((fact) => fact.text())).toEqual(['Demo Lab', 'MIT'])
    page.unmount()
  })

  it.each([
    ['of the latest, with its figures', 'done', true, ['Demo Lab', '10 tokens', 'MIT']],
    ['of an earlier one, without those of another', 'done', false, ['Demo Lab', 'MIT']],
    ['of one that failed', 'failed', true, ['Demo Lab', 'MIT']],
    ['of one that is on its way', 'streaming', true, ['Demo Lab', 'MIT']],
  ] as const)('%s', (_, status, figures, told) => {
    const measured = status === 'done' && { totalMs: 1_000, outputTokens: 10 }
    const card = { name: 'alpha', organization: 'Demo Lab', license: 'MIT', ...measured }
    const answer = { text: 'Said', status, attempt: 1 }
    const props = { side: 'a' as const, answer, card, figures, live: false, retryable: false }
    const pane = onPage(AnswerPane, props)
    expect(pane.findAll('li').map((fact) => fact.text())).toEqual(told)
    pane.unmount()
    const direct = onPage(DirectAnswer, { answer, card, last: figures, open: true })
    const shown = direct.findAll('footer li').map((fact) => fact.text())
    expect(shown).toEqual(status === 'streaming' ? [] : told)
    direct.unmount()
  })

  it('are not there where nothing is known but a name', () => {
    const page = onPage(AnswerFacts, { card: { name: 'alpha' }, measured: false })
    expect(page.find('ul').exists()).toBe(false)
    page.unmount()
  })
})
