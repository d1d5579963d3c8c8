import { i18n } from '../index.js'
import { admin as en } from './en.js'
import { admin as zhCN } from './zh-CN.js'

/** Adds the words of the admin side, in every language: only its page imports this. */
export function loadAdminWords(): void {
  i18n.global.mergeLocaleMessage('en', { admin: en })
  i18n.global.mergeLocaleMessage('zh-CN', { admin: zhCN })
}
