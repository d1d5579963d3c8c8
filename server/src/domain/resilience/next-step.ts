import type { AnswerErrorCode } from '#shared/error-codes'

/**
 * The longest that a side waits between its tries in all, in milliseconds: until the same model may be asked
 * again, and for a place at another one. Who asks for more is not waited for.
 */
export const LONGEST_WAIT_MS = 10_000
/** Wait where the upstream asks for none: long enough for a hiccup, short enough for a reader. */
const PLAIN_WAIT_MS = 400
/** Added by chance, so that all who failed at once do not come back at once. */
const SCATTER_MS = 400

/** What may be gone a moment later; everything else would fail the same way again. */
const PASSING: ReadonlySet<AnswerErrorCode> = new Set<AnswerErrorCode>([
  'answer_timeout',
  'answer_truncated',
  'model_busy',
  'model_unreachable',
])

export interface FailedAttempt {
  code: AnswerErrorCode
  /** How long the upstream wants to be left alone. */
  retryAfterMs?: number
  /** Something of this attempt has been sent to the room. */
  seen: boolean
  /** The side has had its second try. */
  retried: boolean
  /** Another model may still take this side. */
  replaceable: boolean
}

export type NextStep = { do: 'retry'; waitMs: number } | { do: 'replace' } | { do: 'fail' }

/**
 * What follows on a failed attempt: once another try at the same model, where that can help; then, in a
 * battle, another model; else, and always once anything was seen, the failure stands. `chance` is in [0, 1).
 */
export function nextStep(attempt: FailedAttempt, chance: number): NextStep {
  const { code, retryAfterMs = 0, seen, retried, replaceable } = attempt
  if (seen) return { do: 'fail' }
  if (!retried && PASSING.has(code) && retryAfterMs <= LONGEST_WAIT_MS) {
    const scatter = Math.floor(SCATTER_MS * chance)
    const waitMs = Math.max(retryAfterMs, PLAIN_WAIT_MS) + scatter
    return { do: 'retry', waitMs: Math.max(retryAfterMs, Math.min(waitMs, LONGEST_WAIT_MS)) }
  }
  return { do: replaceable ? 'replace' : 'fail' }
}
