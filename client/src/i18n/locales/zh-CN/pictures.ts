import type { pictures as en } from '../en/pictures.js'
import type { Translation } from '../../translation.js'

export const pictures: Translation<typeof en> = {
  label: '待发送的图片',
  add: '添加图片',
  camera: '拍照',
  numbered: '图片 {number}',
  uploading: '{name}：已上传 {percent} %',
  ready: '{name}可以发送了。',
  failed: '{name}未被接收。',
  remove: '移除{name}',
  again: '重试 {name}',
  refused: '{names}：{reason}',
  removeRefused: '移除标红的图片',
  tooMany: '每条消息最多四张图片，其余的没有添加。',
  cannotSee: '{names} 不能看图。请选择能看图的模型，或不带图片发送。',
  maybeBlind: '这场对战是为文字抽取的，其中的模型未必能看图。没有发送任何内容。',
  without: '不带图片发送',
  withoutNamed: '移除图片',
  anew: '带图片开始新一轮',
  anewNamed: '带图片开始新对话',
  open: '查看完整的{name}',
  shown: '{name}，第 {at} 张，共 {count} 张',
  previous: '上一张',
  next: '下一张',
  examples: {
    label: '试试图片',
    another: '换一批图片',
    failed: '无法取得图片，请重试。',
    chart: {
      alt: '十二个月降雨量的柱状图',
      prompt: '哪几个月最干燥？这可能是什么气候？',
    },
    plan: {
      alt: '五个房间的平面图',
      prompt: '在这套房子里，安静工作的书桌应该放在哪里？为什么？',
    },
    clock: {
      alt: '一个时钟和一张列车时刻表',
      prompt: '如果走到站台需要十分钟，我还能赶上哪趟车？',
    },
    circles: {
      alt: '两个橙色圆，一个在大灰圆之间，一个在小灰圆之间',
      prompt: '哪个橙色圆更大？请解释我的眼睛在这里做了什么。',
    },
    shapes: {
      alt: '散放的彩色图形',
      prompt: '按颜色和形状数一数这些图形，用表格列出。',
    },
    hills: {
      alt: '傍晚的山丘、湖和一座房子',
      prompt: '用两句话向看不见的人描述这个画面。',
    },
  },
}
