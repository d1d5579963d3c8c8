import type { Language } from '../language.js'

export const language: Language = {
  name: 'English',
  direction: 'ltr',
  words: async () => (await import('../locales/en.js')).en,
  admin: async () => (await import('../admin/en.js')).admin,
}
