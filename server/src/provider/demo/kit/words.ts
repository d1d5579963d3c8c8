// ICU knows where Chinese words end; one segmenter serves both languages.
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** The words of a text, without spaces and punctuation. */
export function words(text: string): string[] {
  return [...segmenter.segment(text)].filter((part) => part.isWordLike).map((part) => part.segment)
}

/**
 * Pieces of about a word each, which join to exactly the text. A demo model counts such a piece as
 * one token.
 */
export function pieces(text: string): string[] {
  const all: string[] = []
  let piece = ''
  let hasWord = false
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (isWordLike && hasWord) {
      all.push(piece)
      piece = ''
    }
    piece += segment
    hasWord ||= isWordLike === true
  }
  if (piece) all.push(piece)
  return all
}

/** The text in sentences, each with its end mark. */
export const sentences = (text: string): string[] =>
  text
    .split(/(?<=[.!?])\s+|(?<=[。！？])|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
