import type { pair as en } from '../en/pair.js'
import type { Translation } from '../../translation.js'

export const pair: Translation<typeof en> = {
  title: '两个模型的比较',
  model: { a: '第一个模型', b: '第二个模型' },
  choose: '选择模型',
  ranked: '名次 {rank}',
  swap: '互换两者',
  incomplete: '选择两个模型，查看它们之间的对战情况。',
  missing: '这两个模型中至少有一个不在本站的榜上，或者两者相同。请在上方选择两个模型。',
  question: '{a} 比 {b} 更好吗？',
  verdict: {
    decided: '{better} 更好。',
    open: '尚未分出高下；{better} 领先（把握 {sure}）。',
    even: '尚未分出高下；两者持平。',
    early: '现在下结论还太早。',
    apart: '目前无法知道。',
  },
  explain: {
    decided: '这一结论有 95% 的把握，即使有人每次投票后都查看并随时停止，也依然成立。',
    open: '更多的投票仍可能扭转局面。',
    even: '两者的分数几乎相同，更多的投票可能让任何一方领先。',
    early:
      '两者之间已有投票，但还太少，分数只是暂定，不足以相互比较：为此，双方都要在已可比较的模型之间有胜有负，或有平局。',
    apart:
      '两者之间还没有投票，各自与其他模型的投票也太少，分数不足以相互比较：为此，双方都要在已可比较的模型之间有胜有负，或有平局。',
  },
  more: {
    known: '如果差距确如所见，两者再对战约 {count} 场即可分出高下。',
    unknown: '还需要多少场对战才能分出高下，目前无法判断。',
  },
  chance: '预计 {a} 对 {b} 赢得 {chance} 的对战，平局计半胜。',
  votes: {
    title: '关于两者的投票',
    none: '两者还没有在有投票的对战中相遇。',
    total: '共 {votes} 票',
    both: '{total}，{battles}',
    battles: '来自 {battles} 场对战。',
    a: '投给 {a}',
    b: '投给 {b}',
    tie: '平局',
    both_bad: '都不好',
  },
  difference: {
    title: '分数之差',
    text: '{ahead} 领先 {points} 分。横条表示 {a} 领先多少；横条不触及零线时，两者即可区分。',
    fixed: '95% 区间，适用于只看一次的人',
    always: '95% 区间，适用于每次投票后都查看的人',
    between: '{lower} 至 {upper}',
  },
  byCategory: {
    title: '按类别',
    better: '领先者',
    sure: '把握',
    difference: '分差',
    battles: '对战',
    nobody: '无',
    decided: '{sure}，已分高下',
    few: '{sure}（票数不足以排名）',
  },
}
