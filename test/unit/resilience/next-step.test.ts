import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { illnessOf } from '#server/domain/resilience/illness'
import { LONGEST_WAIT_MS, nextStep, type FailedAttempt } from '#server/domain/resilience/next-step'
import { ANSWER_ERROR_CODES } from '#shared/error-codes'
import { holds } from '../../support/holds.js'

const attempt = (overrides: Partial<FailedAttempt> = {}): FailedAttempt => ({
  code: 'model_unreachable',
  seen: false,
  retried: false,
  replaceable: true,
  ...overrides,
})
const step = (overrides: Partial<FailedAttempt> = {}, chance = 0) =>
  nextStep(attempt(overrides), chance)

describe('what follows on a failed attempt', () => {
  it.each(['model_busy', 'model_unreachable', 'answer_timeout', 'answer_truncated'] as const)(
    '%s is tried again once, then replaced',
    (code) => {
      expect(step({ code })).toEqual({ do: 'retry', waitMs: 400 })
      expect(step({ code, retried: true })).toEqual({ do: 'replace' })
      expect(step({ code, retried: true, replaceable: false })).toEqual({ do: 'fail' })
    },
  )

  it.each([
    'answer_empty',
    'answer_failed',
    'answer_filtered',
    'model_misconfigured',
    'model_rejected',
  ] as const)('%s would come again, so it is replaced at once', (code) => {
    expect(step({ code })).toEqual({ do: 'replace' })
    expect(step({ code, replaceable: false })).toEqual({ do: 'fail' })
  })

  it.each([
    [0, 400],
    [250, 400],
    [7_000, 7_000],
    [10_000, 10_000],
  ])('waits %i ms that were asked for, and a little at least', (retryAfterMs, waitMs) => {
    expect(step({ retryAfterMs })).toEqual({ do: 'retry', waitMs })
  })

  it('does not wait more than ten seconds', () => {
    expect(step({ retryAfterMs: 10_001 })).toEqual({ do: 'replace' })
    expect(step({ retryAfterMs: 10_001, replaceable: false })).toEqual({ do: 'fail' })
  })

  it('never comes earlier than asked, later than ten seconds, or after a word was seen', () => {
    const any = fc.record({
      code: fc.constantFrom(...ANSWER_ERROR_CODES),
      retryAfterMs: fc.option(fc.nat(30_000), { nil: undefined }),
      seen: fc.boolean(),
      retried: fc.boolean(),
      replaceable: fc.boolean(),
    })
    holds(
      'next-step',
      fc.property(any, fc.double({ min: 0, max: 0.999, noNaN: true }), (facts, chance) => {
        const next = nextStep(facts, chance)
        if (facts.seen) expect(next).toEqual({ do: 'fail' })
        if (next.do === 'replace') expect(facts.replaceable).toBe(true)
        if (next.do !== 'retry') return
        expect(facts.retried).toBe(false)
        expect(next.waitMs).toBeGreaterThanOrEqual(facts.retryAfterMs ?? 0)
        expect(next.waitMs).toBeLessThanOrEqual(LONGEST_WAIT_MS)
      }),
      { runs: 2_000 },
    )
  })
})

it('tells a model that asks to be left alone from one that is ill', () => {
  expect(illnessOf('model_busy', true)).toBe('none')
  expect(illnessOf('model_busy', false)).toBe('failing')
  expect(illnessOf('model_unreachable', true)).toBe('failing')
  expect(illnessOf('model_misconfigured', false)).toBe('broken')
  expect(illnessOf('answer_empty', false)).toBe('none')
})
