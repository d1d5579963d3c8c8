import type { AnswerTimeouts } from './model-endpoint.js'
import { isThinker, type Thinker } from './thinker.js'

export const PLAIN_TIMEOUTS: AnswerTimeouts = { firstMs: 30_000, stallMs: 20_000, totalMs: 300_000 }
/** A model that thinks first may be silent for minutes, and again between two thoughts. */
const THINKER: AnswerTimeouts = { firstMs: 180_000, stallMs: 60_000, totalMs: 600_000 }

/** The limits of an answer where the model file sets none. */
export const defaultTimeouts = (model: Thinker): AnswerTimeouts =>
  isThinker(model) ? THINKER : PLAIN_TIMEOUTS
