import type { room as en } from '../en/room.js'
import type { Translation } from '../../translation.js'

export const room: Translation<typeof en> = {
  here: '{count} 人在这里。',
  share: {
    open: '分享',
    title: '分享这段对话',
    kind: '别人可以做什么',
    kinds: { challenge: '盲评挑战', read: '只读' },
    about: {
      challenge:
        '别人会实时看到你的提问和双方的回答，并各自投票。每个人只有在自己投票之后才看到名字；你投票之后才看到大家怎么投。',
      read: '别人会实时看到这里的全部内容，但不能改动。对战中的名字对他们保持隐藏。',
    },
    make: '生成链接',
    link: '链接',
    copy: '复制',
    copied: '已复制',
    qr: '链接的二维码',
    large: '放大显示',
    keep: '放在回答旁边',
    onlyHere:
      '这个链接只能在这台电脑上使用。请用局域网地址打开 Ringside，或以 --share 启动，再从那里分享。',
    close: '结束投票',
    withdraw: '收回链接',
    afterwards: {
      challenge: '已投票的人保留他们看到的内容。',
      read: '收回后，任何人都不能再用它查看。',
    },
  },
  code: {
    label: '链接的二维码',
    challenge: '扫码投票',
    read: '扫码旁观',
    putAway: '收起二维码',
  },
  guest: {
    juror: '有人请你来评判。投票之后你会看到谁是谁。',
    reader: '你正在旁观。对战中的名字只给投票的人看。',
  },
  tally: {
    label: '这个房间的投票',
    hidden: '你投票之后，才会显示他们投了什么。',
    votes: '目前 {count} 票',
  },
  counts: '等房间里的人都投完票，它就计入排行榜。',
  notVotable: '有一方没有完整的回答，无从比较。分享者可以让它重新回答。',
}
