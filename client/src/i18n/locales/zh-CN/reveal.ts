import type { reveal as en } from '../en/reveal.js'
import type { Translation } from '../../translation.js'

export const reveal: Translation<typeof en> = {
  facts: '这个回答的数据',
  firstToken: '首个词元 {seconds} 秒',
  speed: '{rate} 词元/秒',
  tokens: '{count} 词元',
  cost: '{cost}',
  samePrompt: '同样的问题再来一次',
  winnerStays: '胜者守擂',
  winnerStaysNote:
    '“胜者守擂”让 {name} 与另一个模型并排，双方都显示名字：你在那里的投票不计入排行榜。',
  newRound: '新一轮',
  toBoard: '查看排行榜',
  effect: {
    label: '你的投票带来的变化',
    first: '这两个模型还没有其他投票。',
    others: '这两个模型的其他投票共 {count} 票：',
    for: '{name} {count} 票',
    tie: '平局 {count} 票',
    both_bad: '都不好 {count} 票',
    new: '新上榜',
    ranked: '{score}，第 {rank} 名',
    moved: '{from} → {to}',
    unranked: '满 {minimum} 票才有名次，现有 {votes} 票。',
  },
}
