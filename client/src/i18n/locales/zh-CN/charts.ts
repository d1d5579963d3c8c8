import type { charts as en } from '../en/charts.js'
import type { Translation } from '../../translation.js'

export const charts: Translation<typeof en> = {
  heading: '图表',
  showNumbers: '显示数字',
  hideNumbers: '隐藏数字',
  csv: 'CSV',
  csvLabel: '下载 CSV：{title}',
  nothing: '还没有可以绘制的内容。',
  lower: '下限',
  upper: '上限',
  day: '日期',
  scores: {
    tab: '分数',
    title: '分数及其区间',
    text: '圆点是分数，线段是 95% 区间。空心圆点为暂定；箭头表示超出标度。',
    label: '{count} 个模型的分数及其区间的图表',
  },
  wins: {
    tab: '胜率',
    title: '分出胜负的票中的获胜比例',
    text: '行中的模型对列中的模型，不计平局。蓝色：行胜得更多；琥珀色：列胜得更多。点击单元格可查看这一对模型。',
    label: '{count} 个模型相互之间获胜比例的矩阵',
    cell: '{a} 对 {b} 赢得 {value}',
    without: '未列出 {count} 个模型：它们的票都没有分出胜负。',
  },
  battles: {
    tab: '票数',
    title: '每对模型的票数',
    text: '包括平局。颜色越深票越多；空白单元格表示两者从未对战。',
    label: '{count} 个模型两两之间票数的矩阵',
    cell: '{a} 与 {b}：{value}',
    without: '未列出 {count} 个模型：还没有关于它们的投票。',
  },
  predicted: {
    tab: '预测',
    title: '预测的获胜机会',
    text: '行中的模型对列中的模型，由分数得出，平局计半胜。从未对战过的模型之间也能得出。',
    label: '{count} 个模型相互之间获胜机会的矩阵',
    cell: '{a} 对 {b} 的获胜机会为 {value}',
    without:
      '未列出 {count} 个模型：它们还没有在所列模型之间既有胜又有负（或有平局），分数还不能比较。',
  },
  price: {
    tab: '价格',
    title: '分数与价格',
    text: '越高越好，越靠左越便宜。',
    axis: '每百万输出词元的价格 {currency}',
    label: '{count} 个模型的分数与价格的图表',
    without: '缺少 {count} 个模型：价格未知或使用其他货币。',
  },
  time: {
    tab: '走势',
    title: '分数随时间的变化',
    text: '每天结束时（UTC）的总榜，与上面的选择无关。',
    label: '{count} 个模型的分数走势图，每天一个点',
  },
}
