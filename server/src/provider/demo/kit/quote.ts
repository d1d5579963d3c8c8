import type { Language } from './language.js'

/** One line that cannot break out of a paragraph, a table cell or a heading. */
export function plain(text: string, limit = 120): string {
  const line = text
    .replace(/(\d)\s*\*\s*(?=\d)/g, '$1 × ')
    .replace(/[`*_~|<>#$\\[\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const points = [...line]
  if (points.length <= limit) return line
  const cut = points.slice(0, limit - 1).join('')
  // Not in the middle of a word, where a space is near.
  return `${cut.replace(/\s\S{0,15}$/, '').trimEnd()}…`
}

export const quote = (text: string, language: Language, limit = 80): string =>
  language === 'zh' ? `「${plain(text, limit)}」` : `“${plain(text, limit)}”`

/** Prose inside a formula. */
export const latexText = (text: string): string =>
  `\\text{${plain(text, 40)
    .replace(/[{}%&^]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()}}`

export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** "a, b and c" or "甲、乙和丙". */
export function enumerate(items: readonly string[], language: Language): string {
  const last = items.at(-1) ?? ''
  if (items.length < 2) return last
  const rest = items.slice(0, -1)
  return language === 'zh' ? `${rest.join('、')}和${last}` : `${rest.join(', ')} and ${last}`
}
