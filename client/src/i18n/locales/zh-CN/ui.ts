import type { ui as en } from '../en/ui.js'
import type { Translation } from '../../translation.js'

export const ui: Translation<typeof en> = {
  close: '关闭',
  search: '搜索',
  nothingFound: '没有找到',
  notSet: '未设置',
  reset: '重置',
  notifications: '通知',
  notificationsHint: '通知（{hotkey}）',
  loading: '加载中',
  copy: '复制',
  copied: '已复制',
  copyRefused: '浏览器不允许此页面复制。请选中文字后手动复制。',
  wrapLines: '自动换行',
  code: '代码',
  image: '图片：{text}',
  corner: { a: 'A 角', b: 'B 角' },
}
