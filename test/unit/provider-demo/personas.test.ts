import katex from 'katex'
import { describe, expect, it } from 'vitest'
import { arena as en } from '../../../client/src/i18n/locales/en/arena.js'
import { arena as zh } from '../../../client/src/i18n/locales/zh-CN/arena.js'
import { PERSONA_IDS, hear, type Heard } from './stage.js'

/** A prompt and a word of it (or of its matter) that every answer has to touch. */
const PROMPTS: readonly [prompt: string, mentions: RegExp][] = [
  ['Why is the sky blue?', /sky/i],
  ['How do I bake sourdough bread?', /sourdough/],
  ['Compare TCP and UDP', /TCP/],
  ['What is the difference between vim and emacs?', /vim/],
  ['List 4 ideas for a team lunch', /team lunch/],
  ['What is 17 * 23?', /17 (?:×|\\times) 23/],
  ['Solve x^2 - 5x + 6 = 0', /x/],
  ['Write a function that reverses a string in JavaScript', /revers/i],
  ['Write a haiku about autumn', /autumn/i],
  ['Translate “good morning” to Spanish', /good morning/i],
  ['I feel tired because my boss never listens', /tired/],
  ['What is the capital of Japan?', /Japan/],
  ['天空为什么是蓝色的？', /天空/],
  ['如何学习弹钢琴？', /弹钢琴/],
  ['比较 Python 和 JavaScript', /Python/],
  ['给我5个团队聚餐的主意', /团队聚餐/],
  ['计算 17 乘以 23', /17/],
  ['解方程 2x + 3 = 11', /x/],
  ['用 Python 写一个二分查找函数', /二分查找/],
  ['写一首关于秋天的诗', /秋天/],
  ['把“早上好”翻译成法语', /早上好/],
  ['我最近压力很大，怎么办？', /压力|平静/],
  ['法国的首都是哪里？', /法国/],
  ['什么是递归？', /递归/],
]

const isChinese = (prompt: string) => /\p{Script=Han}/u.test(prompt)
const NAMES = /\b(?:terse|thorough|coder|mathematician|slow|reasoner|eliza|ringside)\b|demo-/i

const all = (prompt: string): Promise<Record<string, Heard>> =>
  Promise.all(PERSONA_IDS.map(async (id) => [id, await hear(id, prompt)] as const)).then(
    Object.fromEntries,
  )

describe.each(PROMPTS)('to “%s”', (prompt, mentions) => {
  it('every persona answers the prompt, each in its own way, and none names itself', async () => {
    const answers = await all(prompt)
    for (const [id, { text, reasoning }] of Object.entries(answers)) {
      if (id !== 'eliza') expect(text, id).toMatch(mentions)
      expect(text + reasoning, id).not.toMatch(NAMES)
      const prose = (text + reasoning).replace(/```[\s\S]*?```|\$\$[^$]*\$\$|\$[^$\n]*\$/g, '')
      expect(prose, id).not.toMatch(/undefined|\[object|\{\w*\}|NaN/)
    }
    expect(new Set(Object.values(answers).map(({ text }) => text)).size).toBe(PERSONA_IDS.length)
  })

  it('every persona answers in the language of the prompt', async () => {
    for (const [id, { text, reasoning }] of Object.entries(await all(prompt))) {
      const prose = text.replace(/```[\s\S]*?```|\$[^$]*\$/g, '')
      const han = prose.match(/\p{Script=Han}/gu)?.length ?? 0
      if (isChinese(prompt)) expect(han, `${id}: ${prose}`).toBeGreaterThan(3)
      else expect(han, `${id}: ${prose}`).toBeLessThan(12)
      if (isChinese(prompt) && reasoning) expect(reasoning).toMatch(/问题是/)
    }
  })

  it('the traits are there', async () => {
    const answers = await all(prompt)
    const textOf = (id: string) => answers[id]?.text ?? ''
    expect(textOf('terse')).not.toContain('#')
    expect(textOf('terse').length).toBeLessThan(330)
    expect(textOf('thorough')).toMatch(/^## \S/)
    expect(textOf('thorough').match(/^### /gm)?.length).toBeGreaterThan(2)
    expect(textOf('thorough')).toMatch(/^\| --- \| --- \|/m)
    expect(textOf('thorough')).toMatch(/^(?:-|1\.) /m)
    expect(textOf('coder')).toMatch(/^```(?:python|javascript|typescript|go|sql)\n[\s\S]+\n```$/m)
    expect(textOf('mathematician')).toMatch(/\$\$[^$]+\$\$/)
    expect(textOf('eliza')).toMatch(/[?？]/)
    const thinking = PERSONA_IDS.filter((id) => answers[id]?.reasoning)
    expect(thinking).toEqual(['reasoner'])
  })

  it('the formulas can be set', async () => {
    for (const { text } of Object.values(await all(prompt))) {
      const prose = text.replace(/```[\s\S]*?```/g, '')
      for (const [, block, inline] of prose.matchAll(/\$\$([^$]+)\$\$|\$([^$\n]+)\$/g))
        katex.renderToString(block ?? inline ?? '', { throwOnError: true, strict: 'ignore' })
    }
  })
})

it('names no persona in the conversations of small talk', async () => {
  for (const prompt of ['Hello!', 'Who are you?', 'Thanks!', '你好', '你是谁？', '谢谢'])
    for (const { text } of Object.values(await all(prompt))) {
      expect(text).not.toMatch(NAMES)
      expect(text.length).toBeGreaterThan(5)
    }
})

it('says that it has no facts where it has none', async () => {
  expect((await hear('terse', 'How do I bake sourdough bread?')).text).toContain('offline')
  expect((await hear('terse', '如何学习弹钢琴？')).text).toContain('离线')
})

describe('the suggestions of the start page', () => {
  const suggestions = [en, zh].flatMap(({ suggestions: { label: _, kinds: __, ...all } }) =>
    Object.values(all).flatMap(({ prompts }): readonly string[] => prompts),
  )

  it.each(suggestions)('%s', async (prompt) => {
    const { text } = await hear('slow', prompt)
    expect(text).not.toMatch(/offline|离线/)
    expect(text).toMatch(
      /scatter|散射|mergeIntervals|SQLite|0\.05|tide|潮|TLS|HTTPS|binary|debounce|Rust|UDP|= 3|interest|复利/i,
    )
  })
})

it('gives as many items as were asked for', async () => {
  const { text } = await hear('thorough', 'List 4 ideas for a team lunch')
  expect(text.match(/^\d\. /gm)).toHaveLength(4)
})

it('survives odd prompts', async () => {
  const odd = [
    '',
    '?',
    '   ',
    '🙂',
    '|||',
    '$$\\frac{',
    '```',
    '<script>alert(1)</script>',
    'x'.repeat(30_000),
  ]
  for (const prompt of odd)
    for (const [id, { text, events }] of Object.entries(await all(prompt))) {
      expect(text.trim(), `${id} to ${prompt.slice(0, 20)}`).not.toBe('')
      expect(events.at(-1)).toEqual({ type: 'finish', reason: 'stop' })
    }
})

it('sums up the most telling sentences of a text', async () => {
  const text = [
    'Summarise this: The harbour of the town was built in 1850.',
    'The harbour made the town rich, since every ship had to pay the harbour fee.',
    'My aunt once saw a gull there.',
    'When the railway came, the harbour lost its ships and the town lost its wealth.',
  ].join(' ')
  const { text: summary } = await hear('thorough', text)
  expect(summary).toContain('harbour fee')
  expect(summary).not.toContain('gull')
})
