import type { AnswerErrorCode } from '#shared/error-codes'
import type { FinishReason } from '#shared/vocabulary'

/** Tokens as the provider counted them; a figure that it did not tell is absent. */
export interface Usage {
  inputTokens?: number
  outputTokens?: number
  reasoningTokens?: number
}

/** What a model says, in one dialect. A proper answer ends with exactly one `finish`. */
export type AnswerEvent =
  | { type: 'text'; text: string }
  | { type: 'reasoning'; text: string }
  | { type: 'usage'; usage: Usage }
  | { type: 'finish'; reason: FinishReason }

/**
 * An answer without a proper end. `code` is of the closed list; `cause` is for the log of the
 * operator only, since it may name hosts, models and accounts.
 */
export class AnswerFailure extends Error {
  constructor(
    readonly code: AnswerErrorCode,
    options: { cause?: unknown; retryAfterMs?: number } = {},
  ) {
    super(code, { cause: options.cause })
    this.name = 'AnswerFailure'
    this.retryAfterMs = options.retryAfterMs
  }

  readonly retryAfterMs: number | undefined
}
