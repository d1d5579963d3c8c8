import type { why as en } from '../en/why.js'
import type { Translation } from '../../translation.js'

export const why: Translation<typeof en> = {
  open: '说说理由',
  change: '你的理由',
  title: '为什么这样投？',
  text: '想说多少都可以。只有本竞技场的运营者能看到，投票本身不会改变。',
  better: '{name}好在哪里？',
  worse: '{name}有什么问题？',
  comment: '补充说明',
  placeholder: '还有什么影响了你的选择？',
  reasons: {
    correct: '正确',
    complete: '完整',
    clear: '容易理解',
    concise: '切中要点',
    tone: '语气得体',
    wrong: '有错误',
    incomplete: '不完整',
    unclear: '难以理解',
    beside_point: '答非所问',
    refused: '拒绝回答',
  },
}
