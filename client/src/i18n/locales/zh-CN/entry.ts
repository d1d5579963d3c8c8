import type { entry as en } from '../en/entry.js'
import type { Translation } from '../../translation.js'

export const entry: Translation<typeof en> = {
  title: '请输入邀请码',
  text: '持有管理员提供的邀请码或链接即可进入。',
  label: '你的邀请码',
  enter: '进入',
  help: '没有邀请码？请询问告诉你这个网址的人。',
}
