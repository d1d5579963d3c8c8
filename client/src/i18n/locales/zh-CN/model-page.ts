import type { modelPage as en } from '../en/model-page.js'
import type { Translation } from '../../translation.js'

export const modelPage: Translation<typeof en> = {
  link: '关于这个模型',
  compare: '比较',
  yes: '是',
  no: '否',
  provisional: '暂定',
  drawnLater: '最早明天显示，且本站须已有 20 场对战',
  drawn: '{draws} 次，占全部席位的 {share}',
  figures: {
    rank: '名次',
    rating: '分数',
    interval: '95% 区间',
    votes: '票数',
    results: '战绩',
    winRate: '平均胜率',
    organization: '机构',
    license: '许可证',
    openWeights: '开放权重',
    price: '每百万词元价格，输入 / 输出',
    cutoff: '知识截止时间',
    contextWindow: '上下文窗口（词元）',
    draws: '被抽中参加对战',
  },
  time: {
    title: '分数随时间的变化',
    text: '每天结束时（UTC）在总榜上的分数及其 95% 区间。',
  },
  categories: '按类别',
  opponents: {
    title: '对每个对手',
    text: '胜、负、平的票数，分出胜负的票中的获胜比例，以及由分数预期的比例。',
  },
  opponent: '对手',
  won: '胜',
  lost: '负',
  tied: '平',
  winRate: '获胜比例',
  predicted: '预期',
  versions: {
    title: '这个名称的各个版本',
    text: '一个名称指向另一个模型后便重新开始：不同模型的票从不混在一起。',
    current: '第 {version} 版，当前',
  },
}
