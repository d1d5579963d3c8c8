import type { arena as en } from '../en/arena.js'
import type { Translation } from '../../translation.js'

export const arena: Translation<typeof en> = {
  intro: {
    battle: {
      title: '哪个回答更好？',
      text: '两个匿名模型并排回答你的问题。投票选出更好的一个，再揭晓它们是谁：每一票都会影响排行榜。',
    },
    'side-by-side': {
      title: '对比你选的两个模型',
      text: '选择两个模型（也可以是同一个），向它们提出同样的问题。',
    },
    direct: {
      title: '与一个模型对话',
      text: '选择一个模型开始对话。你的评价不会计入排行榜。',
    },
  },
  suggestions: {
    label: '可以这样开始',
    explain: {
      title: '解释一件事',
      prompt: '向一个好奇的十岁孩子解释：为什么天空是蓝色的，而傍晚的天空是红色的？',
    },
    code: {
      title: '写一段代码',
      prompt: '用 TypeScript 写一个合并重叠时间区间的函数，并附上三个简短的测试。',
    },
    decide: {
      title: '权衡一个决定',
      prompt: '一个五人团队要为新产品在 SQLite 和 Postgres 之间选择。请用表格比较并推荐其一。',
    },
    calculate: {
      title: '算一算',
      prompt: '球拍和球一共 1.10 元，球拍比球贵 1.00 元。球多少钱？为什么第一反应常常是错的？',
    },
  },
  composer: {
    label: '你的提问',
    placeholder: {
      battle: '向两个匿名模型提问…',
      'side-by-side': '同时向两个模型提问…',
      direct: '随便问…',
    },
    followUp: '继续追问…',
    send: '发送',
    stop: '停止',
    stopBoth: '全部停止',
    hint: 'Enter 发送，Shift + Enter 换行',
    count: '{length} / {limit} 个字符',
    closed: '这个对话不再接受提问。',
  },
  tooFew: {
    text: '对战需要两个模型，而这里不足两个。运营者可以在模型文件里再加一个；在此之前，你可以直接与一个模型对话。',
    direct: '与一个模型对话',
  },
  prompt: { label: '你的提问', more: '显示全部', less: '收起', copy: '复制提问' },
  turn: '第 {turn} 轮',
  side: { a: '模型 A', b: '模型 B', c: '模型 C', d: '模型 D', answer: '{name} 的回答' },
  status: {
    queued: '等待中',
    queuedAt: '排在第 {position} 位',
    thinking: '思考中',
    reasoning: '推理中',
    streaming: '回答中',
    done: '已完成',
    stopped: '已停止',
    failed: '失败',
    interrupted: '已中断',
    cut: '达到长度上限而结束',
    seconds: '{seconds} 秒',
  },
  answer: {
    copy: '复制回答',
    copied: '已复制',
    stop: '停止这一方',
    retry: '让这一方重试',
    retryDirect: '重试',
    toEnd: '跳到最新一行',
    stoppedEmpty: '在开口之前就停止了。',
    interruptedEmpty: '这一方还没开口，服务器就停止了。你的提问已保留，请重试。',
    timeoutEmpty: '这一方迟迟没有开口。你的提问已保留，请重试。',
    others: '换一个模型',
    reasoning: '推理过程 · {count} 个字符',
    reasoningNow: '正在推理 · {count} 个字符',
    up: '回答得好',
    down: '回答得不好',
  },
  report: {
    open: '举报这个回答',
    done: '你已举报这个回答',
    title: '要举报这个回答吗？',
    text: '举报表示这个回答有害或违反本竞技场的规则，会留给运营者查看。如果只是不对或不好，请选“回答得不好”。',
    replaces: '它会取代你对这个回答的评价。',
    confirm: '举报',
  },
  missing: {
    title: '这里没有对话',
    text: '它不存在，或你无权查看：地址可能有误，或者它已被删除。你的内容没有丢失。',
    away: '暂时无法显示这个对话',
  },
  view: {
    linkScroll: '同步滚动',
    tabs: '回答',
    retryBoth: '让两边重新回答',
    tryBoth: '两边一起重试',
    others: '换其他模型',
  },
  announce: {
    again: '{name} 正在重新回答。',
    started: '两个模型正在回答。',
    startedDirect: '模型正在回答。',
    done: '{name} 已完成，共 {count} 字。',
    stopped: '{name} 已停止。',
    failed: '{name} 失败了。',
    votable: '现在可以投票。1：A 更好；2：B 更好；3：平局；4：都不好。',
    revealed: '模型 A 是 {a}，模型 B 是 {b}。',
  },
}
