import type { WireError } from '#shared/protocol/common'
import type { ErrorCode } from '#shared/error-codes'

/** What went wrong on the way, where the server could not say anything. */
type LocalErrorCode = 'offline' | 'no_answer' | 'unreadable_answer'
export type FailureCode = ErrorCode | LocalErrorCode

export type Failure = Omit<WireError, 'code'> & { code: FailureCode }

/** What every call to the server comes back with; nothing in `lib/` throws for a refusal or a lost network. */
export type Outcome<T> = { ok: true; data: T } | { ok: false; error: Failure }

export const failed = (code: FailureCode, message = ''): { ok: false; error: Failure } => ({
  ok: false,
  error: { code, message },
})

/** Whether nobody knows if the server has done it: the same command may be sent again. */
export const isUnanswered = (outcome: Outcome<unknown>): boolean =>
  !outcome.ok && (outcome.error.code === 'offline' || outcome.error.code === 'no_answer')
