import type { consent as en } from '../en/consent.js'
import type { Translation } from '../../translation.js'

export const consent: Translation<typeof en> = {
  label: '这里保存什么',
  told: '提问、回答和投票会保存在这里，一个 Cookie 用来区分哪些是你的。提问会发送给模型的提供商。',
  asked:
    '在你第一次提问之前：本竞技场请你同意其使用条款和隐私说明。提问、回答和投票会保存在这里，提问会发送给模型的提供商。',
  outdated: '在你同意之后，使用条款或隐私说明有了改动。',
  changed: '使用条款或隐私说明有了改动。',
  terms: '使用条款',
  privacy: '隐私说明',
  close: '知道了',
  agree: '我同意',
}
