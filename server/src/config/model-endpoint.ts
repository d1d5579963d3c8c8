import type { AnswerParameters } from '#shared/protocol/conversation'
import type { Model } from '../domain/model/model.js'

/** Limits of one answer, in milliseconds. */
export interface AnswerTimeouts {
  /** Until the first character of text or reasoning. */
  firstMs: number
  /** Between two pieces of content. */
  stallMs: number
  /** The whole answer. */
  totalMs: number
}

/** A model with its way to the provider. It holds secrets: it never leaves `config` and `provider`. */
export interface ModelEndpoint extends Model {
  /** What the provider calls it; for `demo` the name of the persona. */
  modelName: string
  apiBase?: string
  apiKey?: string
  /** Sent where the person set nothing. */
  recommended: AnswerParameters
  /** Tokens of its longest answer where neither `recommended` nor a person sets it. */
  usualMaxTokens: number
  systemPrompt?: string
  headers: Record<string, string>
  /** Merged into the request body as it is. */
  extraBody: Record<string, unknown>
  timeouts: AnswerTimeouts
  /** Other names that the model may call itself. */
  aliases: string[]
}
