/** Characters of scripts that put a word or a syllable into one character and no space between words. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu
const WORD = /[\p{L}\p{M}\p{N}]+/gu

/** Characters of one token, about, where words are written with letters. */
const LETTERS_PER_TOKEN = 4

/** About how many tokens a text is: one for each dense character, one for each four others. */
export function tokensOf(text: string): number {
  const dense = text.match(DENSE)?.length ?? 0
  return dense + (text.length - dense) / LETTERS_PER_TOKEN
}

/** Words of a text; a dense character counts as one. */
export function wordsOf(text: string): number {
  const dense = text.match(DENSE)?.length ?? 0
  return dense + (text.replace(DENSE, ' ').match(WORD)?.length ?? 0)
}
