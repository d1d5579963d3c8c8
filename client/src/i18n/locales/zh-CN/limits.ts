import type { limits as en } from '../en/limits.js'
import type { Translation } from '../../translation.js'

export const limits: Translation<typeof en> = {
  session: {
    prompts: '你在一分钟内的提问已达到每人的上限。文字已保留。',
    votes: '你在一分钟内的投票已达到每人的上限。这一票没有计入。',
    joins: '你在一分钟内打开的对话已达到每人的上限。没有任何丢失。',
    events: '这个页面在一分钟内的请求过多。没有任何丢失。',
    requests: '你的页面在一分钟内的请求过多。没有任何丢失。',
    uploads: '你今天添加的图片数量已达到每人的上限。文字已保留。',
    upload_bytes: '你今天添加的图片大小已达到每人的上限。文字已保留。',
    sessions: '你作为新访客进入得过于频繁。没有任何丢失。',
    codes: '你在一刻钟内尝试的邀请码已达到每人的上限。',
    snapshots: '你今天引用的排行榜已达到每人的上限。没有任何丢失。',
    sockets: '你打开的 Ringside 页面已达到每人的上限。请关闭其中一个。',
    running: '你正在回答中的对话已达到每人的上限。文字已保留。',
  },
  address: {
    prompts: '你所在网络的用户在一分钟内的提问已达到共同上限。文字已保留。',
    votes: '你所在网络的用户在一分钟内的投票已达到共同上限。这一票没有计入。',
    joins: '你所在网络的用户在一分钟内打开的对话已达到共同上限。没有任何丢失。',
    events: '你所在网络的用户在一分钟内的请求过多。没有任何丢失。',
    requests: '你所在网络的用户的页面在一分钟内的请求过多。没有任何丢失。',
    uploads: '你所在网络的用户今天添加的图片数量已达到共同上限。文字已保留。',
    upload_bytes: '你所在网络的用户今天添加的图片大小已达到共同上限。文字已保留。',
    sessions: '一小时内来自你所在网络的新访客过多。',
    codes: '一刻钟内从你所在网络尝试的错误邀请码过多。',
    snapshots: '你所在网络的用户今天引用的排行榜已达到共同上限。没有任何丢失。',
    sockets: '你所在网络的用户打开的 Ringside 页面已达到共同上限。',
    running: '你所在网络正在回答中的对话过多。文字已保留。',
  },
  retryInMinutes: '大约 {minutes} 分钟后可再试。',
  retryInHours: '大约 {hours} 小时后可再试。',
}
