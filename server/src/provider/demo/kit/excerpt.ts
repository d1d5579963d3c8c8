import { words } from './words.js'

/** ICU's segmenter takes time that grows with the square of a text, so more is not read. */
const READ = 2_000

/** As much of a long prompt as a demo model reads, without half a character at its end. */
export const excerpt = (text: string): string =>
  text.length <= READ ? text : text.slice(0, READ).replace(/[\ud800-\udbff]$/, '')

/** The words of a text; those of a long one are estimated from its beginning. */
export function countWords(text: string): number {
  const read = excerpt(text)
  return read === '' ? 0 : Math.round((words(read).length * text.length) / read.length)
}
