import type { Bilingual } from '../kit/language.js'

/** How to go about a question without facts; `{}` is its matter, `{x}` and `{y}` what it compares. */
export interface Outline {
  gist: string
  because: string
  points: [string, string, string, ...string[]]
}

type OpenKind = 'compare' | 'list' | 'why' | 'how' | 'what' | 'statement'

export const OUTLINES: Record<OpenKind, Bilingual<Outline>> = {
  compare: {
    en: {
      gist: 'I have no facts on {x} and {y} offline, but the choice turns on three things: what you need it for, what it costs you, and how easily you can change your mind.',
      because:
        'A comparison without a purpose has no winner: {x} can be right for one task and {y} for the next.',
      points: [
        'Write down the one task that {x} or {y} must do well.',
        'Try both for an hour on that task, with real material.',
        'Ask somebody who left {x}, and somebody who left {y}, why.',
      ],
    },
    zh: {
      gist: '离线的我没有关于{x}和{y}的资料，但选择取决于三点：用来做什么、要付出什么、以后换起来难不难。',
      because: '没有目的的比较没有赢家：{x}可能适合这件事，{y}适合另一件。',
      points: [
        '写下{x}或{y}必须做好的那一件事。',
        '用真实的材料各试一小时。',
        '问问放弃{x}的人和放弃{y}的人，为什么。',
      ],
    },
  },
  list: {
    en: {
      gist: 'I have no list about {} in my small table, but here are angles from which good ideas for {} come.',
      because:
        'Ideas come more easily to a narrow question, so each angle takes something away or adds a rule.',
      points: [
        '{}, done in one hour',
        '{} without spending anything',
        '{} together with one other person',
        'the part of {} that beginners overlook',
        '{} as it was done fifty years ago',
        '{}, but half the size',
        'the opposite of {}, and what it teaches',
        '{} for someone who dislikes it',
        '{} outdoors, or away from a screen',
        'the best mistake one can make with {}',
      ],
    },
    zh: {
      gist: '我的小知识表里没有关于{}的清单，但可以从下面这些角度为{}找到好主意。',
      because: '问题越窄，主意越容易来，所以每个角度都去掉一点或加上一条限制。',
      points: [
        '一小时内完成的{}',
        '不花钱的{}',
        '和另一个人一起做的{}',
        '{}里新手最容易忽略的部分',
        '五十年前的{}会是什么样',
        '规模减半的{}',
        '{}的反面，以及它的启发',
        '给不喜欢{}的人',
        '离开屏幕、到户外的{}',
        '在{}上可以犯的最好的错误',
      ],
    },
  },
  why: {
    en: {
      gist: 'I do not know the cause behind {} offline; the way to it is to ask what would have to be different for {} not to happen.',
      because:
        'A cause must come before its effect, must make it more likely, and must leave a trace when it is taken away.',
      points: [
        'The nearest cause: what happens just before {}?',
        'The condition: what has to be there for {} at all?',
        'The rival: what else could look exactly like this?',
      ],
    },
    zh: {
      gist: '离线的我不知道{}背后的原因；思路是反过来问：哪一点不同，{}就不会出现？',
      because: '原因要先于结果，要让结果更可能发生，去掉它要看得出变化。',
      points: [
        '最近的原因：{}之前刚发生了什么？',
        '条件：缺了什么就不会有{}？',
        '竞争的解释：还有什么会表现得一模一样？',
      ],
    },
  },
  how: {
    en: {
      gist: 'I have no recipe for {} offline; a plan that works for most things is: name the result, do the smallest version, look, and improve one thing at a time.',
      because:
        'The first small attempt at {} teaches more than any further reading, because it shows which step is the hard one.',
      points: [
        'Say in one sentence when {} counts as done.',
        'List what is at hand and what is missing for {}.',
        'Make the smallest version today, and note what went wrong.',
        'Change one thing, and repeat.',
      ],
    },
    zh: {
      gist: '离线的我没有{}的现成做法；对多数事情有效的办法是：说清结果，做出最小的版本，看一看，再一次改进一处。',
      because: '第一次小小的尝试比继续读资料更有用，因为它会告诉你{}的难点在哪一步。',
      points: [
        '用一句话说明{}怎样算完成。',
        '列出{}手头有什么、缺什么。',
        '今天就做最小的版本，记下哪里不对。',
        '只改一处，再来一遍。',
      ],
    },
  },
  what: {
    en: {
      gist: 'My small offline table has no entry on {}, so take this as a frame, not as facts: what kind of thing {} is, what sets it apart, and one example.',
      because:
        'A definition is good when it lets in every case that belongs and keeps out the nearest one that does not.',
      points: [
        'Kind: to which larger group does {} belong?',
        'Difference: what has {} that its neighbours lack?',
        'Test: name one clear case of {}, and one that only looks like it.',
      ],
    },
    zh: {
      gist: '我的离线小知识表里没有{}这一条，所以下面只是框架而非事实：{}属于哪一类、有何特别之处、举一个例子。',
      because: '好的定义要容纳所有该算的，又排除最相近却不该算的。',
      points: [
        '类别：{}属于哪个更大的范畴？',
        '差异：{}有什么是相近事物没有的？',
        '检验：举一个典型的{}，再举一个只是看着像的。',
      ],
    },
  },
  statement: {
    en: {
      gist: 'You bring up {}; I can order it, though my offline table holds no facts on it.',
      because:
        'What is missing is a question: the same words about {} can ask for advice, for an opinion or for a plan.',
      points: [
        'Do you want facts about {}, or a way to decide?',
        'What have you tried with {} so far?',
        'What would a good answer about {} let you do tomorrow?',
      ],
    },
    zh: {
      gist: '你提到了{}；我可以帮你理一理，不过离线知识表里没有相关事实。',
      because: '还缺一个问题：同样谈{}，可以是求建议、求看法，也可以是求计划。',
      points: [
        '你想要{}的事实，还是做决定的办法？',
        '关于{}，你已经试过什么？',
        '得到怎样的回答，明天你就能行动？',
      ],
    },
  },
}

export const ASPECTS: Bilingual<{
  head: [string, string, string]
  rows: [string, string, string][]
}> = {
  en: {
    head: ['Aspect', '{x}', '{y}'],
    rows: [
      ['Purpose', 'what is {x} for?', 'what is {y} for?'],
      ['Effort', 'first hour with {x}', 'first hour with {y}'],
      ['Price', 'money, time, attention', 'money, time, attention'],
      ['Way back', 'leaving {x} later', 'leaving {y} later'],
    ],
  },
  zh: {
    head: ['方面', '{x}', '{y}'],
    rows: [
      ['目的', '{x}用来做什么？', '{y}用来做什么？'],
      ['投入', '{x}的第一个小时', '{y}的第一个小时'],
      ['代价', '钱、时间、精力', '钱、时间、精力'],
      ['退路', '以后离开{x}', '以后离开{y}'],
    ],
  },
}
