import type { Language } from '../language.js'

export const language: Language = {
  name: '简体中文',
  direction: 'ltr',
  words: async () => (await import('../locales/zh-CN/everywhere.js')).everywhere,
  pages: async () => (await import('../locales/zh-CN/pages.js')).pages,
  admin: async () => (await import('../admin/zh-CN.js')).admin,
}
