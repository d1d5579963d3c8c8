import type { common as en } from '../en/common.js'
import type { Translation } from '../../translation.js'

export const common: Translation<typeof en> = {
  product: 'Ringside',
  tryAgain: '重试',
  cancel: '取消',
  save: '保存',
  delete: '删除',
  rename: '重命名',
  toArena: '前往对战',
  demo: '演示',
  notFound: {
    title: '这里没有页面',
    text: '地址可能有误，或者它指向的内容已被删除。你的内容没有丢失。',
  },
}
