import type { AdminMessages } from './admin/en.js'
import type { EverywhereMessages, PageMessages } from './locales/en.js'

/** What a file in `languages/` says of its language; the file's name is the language's tag. */
export interface Language {
  /** As those who speak it call it. */
  name: string
  direction: 'ltr' | 'rtl'
  /** A page loads the words of the language that it is read in: here those of the arena and around every page. */
  words: () => Promise<EverywhereMessages>
  /** The words of all pages but the arena and the admin side. */
  pages: () => Promise<PageMessages>
  /** The words of the admin side, which only its page asks for. */
  admin: () => Promise<AdminMessages>
}

const tagOf = (path: string): string => path.replace(/^.*\/|\.ts$/g, '')

/** The languages of a folder, by their tags; English first, as what is shown where nothing else fits. */
export function gatherLanguages(files: Record<string, Language>): Record<string, Language> {
  const found = Object.entries(files).map(([path, language]) => [tagOf(path), language] as const)
  const first = ([tag]: readonly [string, Language]) => (tag === 'en' ? 0 : 1)
  return Object.fromEntries(found.toSorted((one, other) => first(one) - first(other)))
}

const primaryOf = (tag: string): string => tag.toLowerCase().split('-')[0]!

/**
 * The first of a browser's languages that there is: as it is asked for, or else in another form of the same
 * language, so that any Chinese is answered in simplified Chinese.
 */
export function firstSpoken(wanted: readonly string[], spoken: readonly string[]): string {
  for (const tag of wanted) {
    const found =
      spoken.find((each) => each.toLowerCase() === tag.toLowerCase()) ??
      spoken.find((each) => primaryOf(each) === primaryOf(tag))
    if (found) return found
  }
  return 'en'
}
