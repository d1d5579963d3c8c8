/** Tokens of the longest answer where nobody has set it. This is the most that every Claude model can write. */
export const USUAL_MAX_TOKENS = 4_096
/** The same of a model whose thoughts count too: every Claude that thinks by itself can write more than that. */
export const THINKERS_MAX_TOKENS = 32_000

/**
 * Tokens that an answer is taken to have at most. Anthropic is told so, since its API demands a maximum; what others
 * write without one may be longer. Whoever wants a budget to hold to the last cent sets `max_tokens`.
 */
export const longestAnswer = (
  { usualMaxTokens }: { usualMaxTokens: number },
  { maxTokens }: { maxTokens?: number },
): number => maxTokens ?? usualMaxTokens
