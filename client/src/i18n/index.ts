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

/** What of a language is loaded as one. */
type Layer = 'words' | 'pages' | 'admin'

const LOADERS: Record<Layer, (language: Language) => Promise<object>> = {
  words: (language) => language.words(),
  pages: (language) => language.pages(),
  admin: async (language) => ({ admin: await language.admin() }),
}

/** What the pages have asked for so far, in whatever language they are read. */
const layers = new Set<Layer>(['words'])
const known = new Set<string>()
let wanted: Locale = 'en'

async function know(locale: Locale, layer: Layer): Promise<void> {
  const language = LANGUAGES[locale]
  if (!language) return
  i18n.global.mergeLocaleMessage(locale, await LOADERS[layer](language))
  known.add(`${locale} ${layer}`)
}

const unknownIn = (locale: Locale): Layer[] =>
  [...layers].filter((layer) => !known.has(`${locale} ${layer}`))

export async function applyLocale(locale: Locale): Promise<void> {
  const language = LANGUAGES[locale]
  if (!language) return
  wanted = locale
  // Another page may ask for more meanwhile.
  for (let layer = unknownIn(locale)[0]; layer; layer = unknownIn(locale)[0]) {
    await know(locale, layer)
  }
  // Another choice may have come meanwhile.
  if (wanted !== locale) return
  i18n.global.locale.value = locale
  document.documentElement.lang = locale
  document.documentElement.dir = language.direction
}

/** Adds words that only some pages ask for, in the language that is read and in any that is chosen later. */
export async function loadWords(layer: Layer): Promise<void> {
  layers.add(layer)
  if (unknownIn(wanted).includes(layer)) await know(wanted, layer)
}
