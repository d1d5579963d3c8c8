import type { history as en } from '../en/history.js'
import type { Translation } from '../../translation.js'

export const history: Translation<typeof en> = {
  label: '你的对话',
  empty: '你的对话会出现在这里。',
  failed: '无法加载你的对话。它们在服务器上完好无损。',
  more: '显示更早的',
  search: '搜索对话',
  searchClear: '清除搜索',
  found: '找到 {count} 个对话',
  none: '没有标题或提示词中包含“{search}”的对话。',
  pinned: '已置顶',
  pin: '置顶',
  unpin: '取消置顶',
  export: '保存为文件',
  exportMarkdown: '保存为 Markdown',
  exportJson: '保存为 JSON',
  today: '今天',
  yesterday: '昨天',
  week: '最近七天',
  earlier: '更早',
  unvoted: '尚未投票',
  unfinished: '未完成 · 可重试',
  actions: '“{title}”的操作',
  renameTitle: '重命名这个对话',
  renameLabel: '标题',
  deleteTitle: '删除这个对话？',
  deleteText:
    '“{title}”的文字将被永久删除。已计入的投票会保留，但不再包含文字。此前所做的备份可能保存得更久。',
}
