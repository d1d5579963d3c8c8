import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AnswerView } from '#shared/protocol/conversation'
import DirectAnswer from '../../../../client/src/components/arena/DirectAnswer.vue'
import AnswerFailure from '../../../../client/src/components/arena/AnswerFailure.vue'
import { en } from '../../../../client/src/i18n/locales/en.js'
import { onPage } from '../ui/support.js'

beforeEach(() => setActivePinia(createPinia()))
afterEach(() => document.body.replaceChildren())

const { arena, errors } = en
const done: AnswerView = { text: 'Scattering.', status: 'done', attempt: 1 }
const failed: AnswerView = {
  ...done,
  status: 'failed',
  error: { code: 'answer_truncated', message: 'x' },
}

const buttons = (answer: AnswerView, open: boolean) => {
  const page = onPage(DirectAnswer, { answer, last: true, open })
  const names = page
    .findAll('button')
    .map((button) => button.attributes('aria-label') ?? button.text())
  page.unmount()
  return names
}

describe('an answer of a direct chat', () => {
  it('offers its owner another try and a judgement', () => {
    const { retryDirect, up, down } = arena.answer
    expect(buttons(done, true)).toEqual(
      expect.arrayContaining([retryDirect, up, down, arena.report.open]),
    )
    expect(buttons(failed, true)).toContain(retryDirect)
  })

  it('offers whoever reads by a link nothing that would be refused', () => {
    expect(buttons(done, false)).toEqual([arena.answer.copy])
    expect(buttons(failed, false)).toEqual([arena.answer.copy])
  })
})

describe('an answer that broke off', () => {
  const said = (text: string) =>
    onPage(AnswerFailure, { answer: { ...failed, text }, retryLabel: '', retryable: false }).text()

  it('says that what arrived is kept where something arrived, and not where nothing did', () => {
    expect(said('Half')).toBe(errors.answer_truncated)
    expect(said('')).toBe(arena.answer.truncatedEmpty)
    expect(said(' \n')).toBe(arena.answer.truncatedEmpty)
  })
})
