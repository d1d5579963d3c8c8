import type { AnswerTimeouts } from './model-endpoint.js'

export const PLAIN_TIMEOUTS: AnswerTimeouts = { firstMs: 30_000, stallMs: 20_000, totalMs: 300_000 }
/** A model that thinks first may be silent for minutes, and again between two thoughts. */
const REASONING: AnswerTimeouts = { firstMs: 180_000, stallMs: 60_000, totalMs: 600_000 }

/** As providers name models that think before they answer; Gemini does from 2.5 on unless told otherwise. */
const REASONING_NAME =
  /(^|[/:._-])(o[1-9]|gpt-[5-9]|gemini-2\.5|gemini-[3-9]|r1|qwq|magistral|reasoner|reasoning|thinking|think)(?=$|[/:._-])/i
const REASONING_FIELDS = ['reasoning', 'reasoning_effort', 'thinking', 'thinkingConfig']

export interface Thinker {
  modelName: string
  extraBody: Record<string, unknown>
}

/** Whether name or request say that the model thinks before it answers. */
export function isReasoning({ modelName, extraBody }: Thinker): boolean {
  const generation = (extraBody.generationConfig ?? {}) as object
  const asked = REASONING_FIELDS.some((field) => field in extraBody || field in generation)
  return asked || REASONING_NAME.test(modelName)
}

/** The limits of an answer where the model file sets none. */
export const defaultTimeouts = (model: Thinker): AnswerTimeouts =>
  isReasoning(model) ? REASONING : PLAIN_TIMEOUTS
