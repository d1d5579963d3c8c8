export interface Thinker {
  modelName: string
  extraBody: Record<string, unknown>
}

/**
 * As providers name models that think before they answer unless told otherwise: Gemini from 2.5 on, Claude from 5
 * on (https://platform.claude.com/docs/en/about-claude/models/whats-new-opus-5).
 */
const THINKING_NAME =
  /(^|[/:._-])(o[1-9]|gpt-[5-9]|claude-[a-z]+-[5-9]|gemini-2\.5|gemini-[3-9]|r1|qwq|magistral|reasoner|reasoning|thinking|think)(?=$|[/:._-])/i
const THINKING_FIELDS = ['reasoning', 'reasoning_effort', 'thinking', 'thinkingConfig']

/** Whether name or request say that the model thinks before it answers. */
export function isThinker({ modelName, extraBody }: Thinker): boolean {
  const generation = (extraBody.generationConfig ?? {}) as object
  const asked = THINKING_FIELDS.some((field) => field in extraBody || field in generation)
  return asked || THINKING_NAME.test(modelName)
}
