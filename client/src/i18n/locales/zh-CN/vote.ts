import type { vote as en } from '../en/vote.js'
import type { Translation } from '../../translation.js'

export const vote: Translation<typeof en> = {
  label: '你的投票',
  question: '哪个回答更好？',
  a: 'A 更好',
  b: 'B 更好',
  tie: '平局',
  both_bad: '都不好',
  wait: '两边都回答完后即可投票。',
  early: {
    offer: '立即投票并停止回答',
    wait: '等回答完',
    stops: '你的投票会让回答就此停止。',
    cutShort: '有回答被提前停止，因此本次投票不计入排行榜。名字仍会揭晓。',
    unrated: '你的投票会让回答就此停止，并且不计入排行榜。名字仍会揭晓。',
  },
  chosen: '你的投票：{choice}。',
  stopped: { both: '两个回答都停在了原处。', one: '{name}的回答停在了原处。' },
  revealIn: '{seconds} 秒后揭晓名字。',
  revealSoon: '即将揭晓名字。',
  change: '修改',
  yourChoice: '你的选择',
  notVotable: {
    failed: '有一方没有完整的回答，本轮无法投票。',
    stopped: '有一方还没开口就被停止，没有可比较的内容。',
    both: '两边都没有给出回答，没有可比较的内容。',
  },
  wayOn: {
    oneBlind: '请让那一方重试后再继续，或开始新一轮。',
    bothBlind: '请让两边一起重试后再继续，或开始新一轮。',
    oneNamed: '请让那一方重试，或换其他模型。',
    bothNamed: '请让两边一起重试，或换其他模型。',
  },
  rated: '它已计入排行榜。',
  unrated: {
    named_mode: '由于名字事先可见，它不计入排行榜。',
    early_vote: '由于回答没有完整结束，它不计入排行榜。',
    too_fast: '由于投票快得来不及阅读，它不计入排行榜。',
    same_model: '由于两边是同一个模型，它不计入排行榜。',
    mixed_pools: '由于有演示模型参与，它不计入排行榜。',
    identity_leaked: '由于有回答透露了自己是哪个模型，它不计入排行榜。',
    late_vote: '在你投票之前，排行榜已显示这个房间的投票，因此它不计入排行榜。',
    withdrawn: '它已被管理员撤回，不计入排行榜。',
    voter_excluded: '管理员已排除这些投票，它不计入排行榜。',
  },
}
