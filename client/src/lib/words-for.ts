import type { Words } from '#shared/protocol/model'

/** The words of an operator for a reader: of their language, of one like it, in English, or whichever there are. */
export function wordsFor(words: Words, locale: string): string {
  if (typeof words === 'string') return words
  const primary = (language: string) => language.split('-')[0]!.toLowerCase()
  const found = Object.entries(words)
  const of = (matches: (language: string) => boolean) =>
    found.find(([language]) => matches(language))?.[1]
  return (
    of((language) => language.toLowerCase() === locale.toLowerCase()) ??
    of((language) => primary(language) === primary(locale)) ??
    of((language) => primary(language) === 'en') ??
    found[0]?.[1] ??
    ''
  )
}
