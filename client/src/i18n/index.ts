import { createI18n } from 'vue-i18n'
import { firstSpoken, gatherLanguages, type Language } from './language.js'
import type { Messages } from './locales/en.js'

/** A language is a file in `languages/`, with its words or the way to them: nothing else names it. */
export const LANGUAGES = gatherLanguages(
  import.meta.glob<Language>('./languages/*.ts', { eager: true, import: 'language' }),
)
/** The tag of one of them. */
export type Locale = string

export const isLocale = (value: unknown): value is Locale =>
  typeof value === 'string' && Object.hasOwn(LANGUAGES, value)

export const preferredLocale = (languages: readonly string[]): Locale =>
  firstSpoken(languages, Object.keys(LANGUAGES))

export const i18n = createI18n<[Messages], Locale, false>({
  legacy: false,
  locale: 'en',
  fallbackLocale: 'en',
})

const known = new Set<Locale>()
let wanted: Locale = 'en'

/** Merged, since those of the admin side may be there before. */
export function knowWords(locale: Locale, words: Messages): void {
  i18n.global.mergeLocaleMessage(locale, words)
  known.add(locale)
}

export async function applyLocale(locale: Locale): Promise<void> {
  const language = LANGUAGES[locale]
  if (!language) return
  wanted = locale
  if (!known.has(locale)) knowWords(locale, await language.words())
  // Another choice may have come meanwhile.
  if (wanted !== locale) return
  i18n.global.locale.value = locale
  document.documentElement.lang = locale
  document.documentElement.dir = language.direction
}

/** Adds the words of the admin side, in every language: only its page asks for them. */
export async function loadAdminWords(): Promise<void> {
  const each = Object.entries(LANGUAGES).map(async ([locale, { admin }]) =>
    i18n.global.mergeLocaleMessage(locale, { admin: await admin() }),
  )
  await Promise.all(each)
}
