import type { Language } from '../language.js'

export const language: Language = {
  name: 'English',
  direction: 'ltr',
  words: async () => (await import('../locales/en/everywhere.js')).everywhere,
  pages: async () => (await import('../locales/en/pages.js')).pages,
  admin: async () => (await import('../admin/en.js')).admin,
}
