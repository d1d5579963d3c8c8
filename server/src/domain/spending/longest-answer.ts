/**
 * Tokens that an answer is taken to have at most where nobody has set its longest length: what Claude may write
 * then. Whoever wants a budget to hold to the last cent sets `max_tokens`.
 */
export const UNSET_MAX_TOKENS = 4_096

export const longestAnswer = ({ maxTokens }: { maxTokens?: number }): number =>
  maxTokens ?? UNSET_MAX_TOKENS
