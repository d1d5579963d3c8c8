import type { Bilingual } from '../kit/language.js'
import type { QuestionKind } from '../kit/question-kind.js'
import type { Finder, Finding } from './finding.js'

type Talk = Pick<Finding, 'title' | 'gist' | 'because' | 'points'>

const TALKS: Partial<Record<QuestionKind, Bilingual<Talk>>> = {
  greeting: {
    en: {
      title: 'Hello',
      gist: 'Hello! Ask me something, and I will do what an offline demo model can.',
      because: 'I run without a network and without a key, from a small set of facts and rules.',
      points: [
        'Arithmetic, equations, percentages and units I compute exactly.',
        'I have short programs for common tasks, and facts on some fifty topics.',
        'For everything else I help to order your question.',
      ],
    },
    zh: {
      title: '你好',
      gist: '你好！尽管提问，离线演示模型能做到的我都会做。',
      because: '我不联网、不用密钥，靠一小套知识和规则工作。',
      points: [
        '算术、方程、百分比和单位换算，我能精确计算。',
        '常见的小程序和约五十个话题，我有现成的内容。',
        '其他问题，我可以帮你理清思路。',
      ],
    },
  },
  thanks: {
    en: {
      title: 'Thanks',
      gist: 'You are welcome. If something is still open, ask on.',
      because: 'A second question often shows more of a model than the first.',
      points: ['Ask for an example.', 'Ask for the opposite view.', 'Ask for a shorter version.'],
    },
    zh: {
      title: '谢谢',
      gist: '不客气。还有不清楚的地方，继续问就好。',
      because: '第二个问题往往比第一个更能看出模型的水平。',
      points: ['可以要一个例子。', '可以问问反面的看法。', '可以要一个更短的版本。'],
    },
  },
  identity: {
    en: {
      title: 'Who I am',
      gist: 'I am an offline demo model: a set of rules and a small table of facts, not a trained network.',
      because:
        'The arena has such models so that it can be tried without any key. Names stay hidden until you have voted, mine as well.',
      points: [
        'I answer your prompt, not a fixed text.',
        'The same seed gives the same answer again.',
        'My votes never mix with those of real models.',
      ],
    },
    zh: {
      title: '我是谁',
      gist: '我是一个离线演示模型：一套规则加一小张知识表，不是训练出来的网络。',
      because: '竞技场配备这样的模型，是为了没有密钥也能试用。投票之前名字都不公开，我的也一样。',
      points: [
        '我回答的是你的问题，不是固定文本。',
        '相同的种子会得到相同的回答。',
        '我得到的票不会与真实模型混在一起。',
      ],
    },
  },
}

/** Greetings, thanks, and the question who is speaking. */
export const smallTalk: Finder = ({ kind, language }) => {
  const talk = TALKS[kind]?.[language]
  return talk && { known: true, ...talk }
}
