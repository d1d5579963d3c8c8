import { createI18n } from 'vue-i18n'
import type { Messages } from './locales/en.js'

export const LOCALES = { en: 'English', 'zh-CN': '简体中文' } as const
export type Locale = keyof typeof LOCALES

export const isLocale = (value: unknown): value is Locale =>
  typeof value === 'string' && value in LOCALES

/** A page loads the words of the language that it is read in. */
const WORDS: Record<Locale, () => Promise<Messages>> = {
  en: async () => (await import('./locales/en.js')).en,
  'zh-CN': async () => (await import('./locales/zh-CN.js')).zhCN,
}

/** The first of a browser's languages that Ringside speaks: any Chinese is answered in simplified Chinese. */
export function preferredLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    const primary = language.toLowerCase().split('-')[0]
    if (primary === 'en') return 'en'
    if (primary === 'zh') return 'zh-CN'
  }
  return 'en'
}

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

/** Every locale so far is written from left to right; one that is not names its direction here. */
export async function applyLocale(locale: Locale): Promise<void> {
  wanted = locale
  if (!known.has(locale)) knowWords(locale, await WORDS[locale]())
  // Another choice may have come meanwhile.
  if (wanted !== locale) return
  i18n.global.locale.value = locale
  document.documentElement.lang = locale
  document.documentElement.dir = 'ltr'
}
