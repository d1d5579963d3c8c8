import type { AnswerParameters } from '#shared/protocol/conversation'
import type { ModelEndpoint } from '../config/model-endpoint.js'
import type { AnswerEvent } from '../domain/conversation/answer-event.js'
import type { ChatMessage } from '../domain/conversation/chat-history.js'
import type { LogContext } from '../edge/log-context.js'
import type { WireImages } from './request-images.js'
import type { ParameterName } from './parameter-name.js'

/** One question to one model. */
export interface AnswerRequest {
  endpoint: ModelEndpoint
  /** The conversation as this side knows it; the last message is the user's. */
  messages: readonly ChatMessage[]
  systemPrompt?: string
  /** Only what is set is sent. */
  parameters: AnswerParameters
  /** Makes a demo model's answer the same again; real providers ignore it. */
  seed: string
  /** What log lines about this answer tell of where they come from. */
  origin?: LogContext
  /** What this model is known to refuse; `ProviderService` fills it in, callers leave it out. */
  rejected?: ReadonlySet<ParameterName>
  /** The pictures that the messages name, by id; `ProviderService` fills it in too. */
  images?: WireImages
}

/** Takes what a model says as it comes. Called, not pulled: a promise a token costs more than the token. */
export type Hear = (event: AnswerEvent) => void

/**
 * The port to a model API. `answer` tells each event to `hear` and resolves after exactly one `finish`; it
 * rejects with `AnswerFailure` where the answer has no proper end. When `signal` aborts, the connection to
 * the provider closes, nothing more is told, and it settles, with or without an error.
 */
export abstract class ModelProvider {
  abstract answer(request: AnswerRequest, signal: AbortSignal, hear: Hear): Promise<void>

  /** Loads what the first answer would otherwise wait for. */
  async prepare(): Promise<void> {}
}
