import type { shell as en } from '../en/shell.js'
import type { Translation } from '../../translation.js'

export const shell: Translation<typeof en> = {
  title: '{page} · Ringside',
  skip: '跳到正文',
  openMenu: '打开菜单',
  newRound: '新一轮',
  theme: { label: '外观', system: '跟随系统', light: '浅色', dark: '深色' },
  language: '语言',
  nav: {
    label: '页面',
    battle: '对战',
    'side-by-side': '并排对比',
    direct: '单聊',
    conversation: '对话',
    leaderboard: '排行榜',
    'leaderboard-pair': '两个模型的比较',
    'leaderboard-model': '模型',
    'leaderboard-snapshot': '排行榜快照',
    me: '你的数据',
    about: '关于',
    terms: '使用条款',
    privacy: '隐私',
    admin: '管理',
    notFound: '页面不存在',
  },
  connection: {
    offline: '连接已断开。已发送的内容不会丢失，期间生成的内容会在恢复连接后显示在这里。',
    refused: '此页面无法连接服务器。你的内容没有丢失，请刷新页面，或用它自己的地址打开。',
    retry: '重新连接',
  },
  part: {
    missing: '此页面有一部分无法加载。你的内容没有丢失。',
    reload: '重新加载页面',
  },
  demo: {
    only: '现在由演示模型作答。',
    more: '它们无需密钥，投票只计入单独的演示榜。',
    how: '添加真实模型',
  },
  failure: {
    offline: '无法连接服务器。没有任何丢失，请检查网络后重试。',
    no_answer: '服务器没有及时响应。可以放心重试，不会重复发送。',
    unreadable_answer: '服务器返回了无法识别的内容。没有任何丢失，请刷新页面。',
    text_too_long: '文字共 {length} 个字符，上限为 {limit} 个。请缩短后再发送。',
    retryIn: '大约 {seconds} 秒后可再试。',
  },
}
