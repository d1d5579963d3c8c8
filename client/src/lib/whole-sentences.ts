/** Where a sentence ends: behind its last sign, at the end of a line, or at the end of a text that is whole. */
const END = /[.!?…]["'”’)\]]*(?=\s)|[。！？]|\n/gu
/** Signs of markdown, which nobody wants to hear. */
const MARKS = /[`*_#|>~]+/g

/** What can be said of a text that grows, in whole sentences. `from` and `to` count as JavaScript does. */
export function wholeSentences(text: string, from: number, ended: boolean) {
  const ends = [...text.slice(from).matchAll(END)].map(({ index, 0: sign }) => index + sign.length)
  const to = ended ? text.length : from + (ends.at(-1) ?? 0)
  const words = text.slice(from, to).replaceAll(MARKS, ' ').replaceAll(/\s+/g, ' ').trim()
  return { words, to }
}
