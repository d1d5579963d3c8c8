/** The languages in which the software brings words of its own. */
export const OUR_LANGUAGES = ['en', 'zh-CN'] as const
export type OurLanguage = (typeof OUR_LANGUAGES)[number]

/** Any Chinese is answered in simplified Chinese, everything else in English. */
export const ourLanguage = (language: string): OurLanguage =>
  /^zh\b/i.test(language) ? 'zh-CN' : 'en'
