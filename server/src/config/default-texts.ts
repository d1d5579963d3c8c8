import type { FileLanguage } from '#shared/vocabulary'

/** Any Chinese is answered in simplified Chinese, everything else in English. */
export const ourLanguage = (language: string): FileLanguage =>
  /^zh\b/i.test(language) ? 'zh-CN' : 'en'
