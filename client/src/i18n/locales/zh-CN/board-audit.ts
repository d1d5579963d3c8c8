import type { boardAudit as en } from '../en/board-audit.js'
import type { Translation } from '../../translation.js'

export const boardAudit: Translation<typeof en> = {
  title: '公开账目',
  text: '参加过或正在参加的所有模型、各自被抽中的次数，以及有多少票计入、多少票不计入及其原因。',
  show: '查看账目',
  models: {
    title: '模型与抽取',
    none: '某一天结束且对战足够多之后，才公布抽取次数。',
    text: '截至 {until}（UTC）的 {battles} 场对战中的抽取。之后的日子不计，以免从数字中看出谁正在对战。',
    state: '状态',
    draws: '抽中次数',
    share: '席位占比',
    states: { drawn: '参加中', retired: '已停用', hidden: '只在对战中出现' },
  },
  votes: {
    title: '计入与不计入的投票',
    text: '每张最终投票只出现在一行。不计入的票也会保留。',
    what: '投票',
    count: '数量',
    rated: '计入排行榜',
    reasons: {
      named_mode: '不计入：已知模型名称',
      early_vote: '不计入：在回答结束之前投出',
      too_fast: '不计入：快得来不及阅读',
      too_soon: '不计入：与该投票者的上一票间隔太短',
      duplicate_prompt: '不计入：同一提问次数过多',
      voter_cap: '不计入：同一投票者的票数过多',
      address_cap: '不计入：同一地址的票数过多',
      same_model: '不计入：两边是同一模型',
      mixed_pools: '不计入：演示模型对真实模型',
      identity_leaked: '不计入：回答透露了模型名称',
      late_vote: '不计入：在房间的投票公布之后投出',
      withdrawn: '不计入：被管理员撤回',
      voter_excluded: '不计入：投票者已被管理员排除',
    },
  },
}
