const ENGLISH = `
a an the this that these those some any each every all both few many much more most other another
i me my mine we us our you your yours he him his she her it its they them their who whom whose which
what why how when where is are was were be been being am do does did done doing have has had having
can could will would shall should may might must let get got make makes made give gives tell tells
explain describe show write create build define say says said please want need like know think help
compare list name translate summarise summarize calculate compute solve find
to of in on at by for with about against between into through from up down out over under and or but
if then than so as not no nor only own same too very just also there here again once vs versus
difference differences different better best good way ways thing things mean means work works
hello hi hey thanks thank ok okay yes because since while never always feel feels ideas examples tips reasons steps words sentences
now still even really actually maybe one two three there's
i'm it's don't what's who's let's can't i've you're that's
`

const CHINESE = `
的 了 是 在 我 你 您 他 她 它 我们 你们 他们 这 那 这个 那个 这些 那些 一个 一些 一下 一种 个 种 些 和 与 或 或者 还是 跟
什么 怎么 怎样 怎么样 如何 为什么 为何 为 何 哪 哪个 哪些 哪里 谁 几 多少 吗 呢 吧 啊 呀 嘛 请 请问 请你 帮 帮我 给 给我 用 把 被 对 对于 关于
会 能 能够 可以 应该 要 想 想要 需要 有 没有 就 也 都 很 太 更 最 不 没 又 再 还 才 只 比 从 到 向 以 及 而 但 但是 因为 所以 如果
说 说说 讲 讲讲 谈谈 介绍 解释 描述 说明 告诉 写 写出 写一 列出 举 举例 比较 对比 区别 差别 不同 翻译 总结 概括 计算 解 求 一 两 做 去 来 好 里 上 下 中
之间 之 其 得 地 着 过 一首 一篇 一段 你好 谢谢 时候 什么样 是否 意思 进行 工作 让
`

const STOPS = new Set([...ENGLISH.split(/\s+/), ...CHINESE.split(/\s+/)])

export const isStopWord = (word: string): boolean => STOPS.has(word.toLowerCase().replace('’', "'"))
