import type { reveal as en } from '../en/reveal.js'
import type { Translation } from '../../translation.js'

export const reveal: Translation<typeof en> = {
  facts: '这个回答的数据',
  firstToken: '首个词元 {seconds} 秒',
  speed: '{rate} 词元/秒',
  tokens: '{count} 词元',
  cost: '{cost}',
  samePrompt: '同样的问题再来一次',
  newRound: '新一轮',
  toBoard: '查看排行榜',
}
