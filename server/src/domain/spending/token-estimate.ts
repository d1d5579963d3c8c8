/** Scripts of which about every sign is a token of its own: Han, kana, hangul, and what belongs to them. */
const DENSE = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/g
/** Signs of other text to a token; providers name four for English. */
const SIGNS_PER_TOKEN = 4
/** What APIs count for a picture of about a megapixel, rounded up. */
export const TOKENS_PER_IMAGE = 1_500

/** About how many tokens a text is, where a provider does not tell. */
export function estimateTokens(text: string): number {
  const dense = text.match(DENSE)?.length ?? 0
  return dense + Math.ceil((text.length - dense) / SIGNS_PER_TOKEN)
}
