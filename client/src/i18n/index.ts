import { createI18n } from 'vue-i18n'
import { en, type Messages } from './locales/en.js'
import { zhCN } from './locales/zh-CN.js'

export const LOCALES = { en: 'English', 'zh-CN': '简体中文' } as const
export type Locale = keyof typeof LOCALES

export const isLocale = (value: unknown): value is Locale =>
  typeof value === 'string' && value in LOCALES

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
  messages: { en, 'zh-CN': zhCN },
})

/** Every locale so far is written from left to right; one that is not names its direction here. */
export function applyLocale(locale: Locale): void {
  i18n.global.locale.value = locale
  document.documentElement.lang = locale
  document.documentElement.dir = 'ltr'
}
