// Tests read both languages without waiting for either.
import { knowWords } from '../../../client/src/i18n/index.js'
import { en } from '../../../client/src/i18n/locales/en.js'
import { zhCN } from '../../../client/src/i18n/locales/zh-CN.js'

knowWords('en', en)
knowWords('zh-CN', zhCN)
