import type { leaderboard as en } from '../en/leaderboard.js'
import type { Translation } from '../../translation.js'

export const leaderboard: Translation<typeof en> = {
  title: '排行榜',
  caption: '按盲测对战的投票排列的模型：名次范围、模型、分数及其 95% 区间、票数和战绩。',
  fromVotes: '基于 {votes} 票',
  comma: '，',
  changed: '排行榜已更新：现在共 {votes} 票。',
  stale: '下面是最近一次收到的排行榜。',
  which: '哪些模型',
  real: '模型',
  demoModels: '演示模型',
  demo: '这些是演示模型，它们的票从不与真实模型的票混在一起。',
  search: '查找模型',
  csv: 'CSV',
  csvLabel: '以 CSV 格式下载此排行榜',
  notFound: '没有与“{search}”匹配的模型。',
  column: {
    rank: '名次',
    model: '模型',
    rating: '分数',
    votes: '票数',
    results: '胜 · 负 · 平',
  },
  results: '{w} · {l} · {t}',
  votesOf: '{votes} 票',
  between: '介于 {lower} 与 {upper} 之间',
  noRank: '暂无名次',
  noRating: '暂无分数',
  version: '第 {version} 版',
  retired: '已停用',
  provisional: {
    title: '暂定。',
    why: '票数还太少，或从未与上面的模型比较过：这些名次仍可能大幅变动。',
    all: '还没有模型获得足够的票来确定名次：一切都还可能大幅变动。',
  },
  empty: {
    title: '还没有投票',
    text: '排行榜只由盲测对战的投票构成。第一票等你来投。',
    action: '开始对战',
  },
  notes: {
    title: '如何阅读',
    rank: {
      term: '名次',
      text: '在其区间内，一个模型可能的最好与最差名次。“2–4”表示：很可能落后于一个模型，并领先于第五名及其后的所有模型。',
    },
    score: {
      term: '分数',
      text: '由 Bradley–Terry 模型得出，采用国际象棋中常用的标度。平均为 1000；高出 100 分约能赢下 64% 的对战。',
    },
    interval: {
      term: '横条',
      text: '真实分数在 100 次中有 95 次落在此范围内。两个模型的横条大幅重叠时，尚无法区分高下：票越多，横条越短。',
    },
    votes: {
      term: '票数',
      text: '隐藏模型的对战中的最终投票，每人每场一票。“都不好”计为平局。',
    },
  },
}
