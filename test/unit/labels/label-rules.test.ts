import { labelsOf } from '#server/domain/labels/label-rules'
import { LABELS, type Label } from '#shared/vocabulary'
import { describe, expect, it } from 'vitest'

const labels = (prompt: string, pictures = 0): Label[] => labelsOf({ prompts: [prompt], pictures })

describe('the label of', () => {
  it.each([
    ['code', 'Write a Python function that reverses a string'],
    ['code', 'Why does this fail?\n```js\nconst x = [1, 2\n```'],
    ['code', '用 Java 写一个二分查找的程序'],
    ['code', 'import numpy as np\nwhat does this do'],
    ['code', 'Fix the bug in this C++ class please'],
    ['math', 'Solve x^2 - 5x + 6 = 0 for me please'],
    ['math', 'What is 17 * 23?'],
    ['math', 'A train travels 120 km in 90 minutes. What is its average speed?'],
    ['math', 'Find the derivative of sin(x) at zero'],
    ['math', '求这个方程的解，并说明理由'],
    ['creative', 'Write a short poem about autumn in Kyoto'],
    ['creative', '写一首关于月亮的诗，要有意境'],
    ['creative', 'Tell me a funny joke about cats'],
    ['creative', 'Pretend to be a pirate and greet me'],
    ['instructions', 'Explain photosynthesis in exactly 3 sentences and do not use the word light'],
    ['instructions', '用表格列出三种水果，不超过五十字，不要使用英文'],
    ['instructions', 'Answer in JSON only, with at most 5 items'],
    ['long_prompt', 'word '.repeat(500)],
    ['long_prompt', '字'.repeat(500)],
    ['short', 'Hello there'],
    ['short', '你好'],
  ] as const)('%s is given to %j', (label, prompt) => expect(labels(prompt)).toContain(label))

  it.each([
    ['code', 'Tell me about the history of the Silk Road'],
    ['code', 'Where should I go and rust-proof my car this summer?'],
    ['code', 'Quote this:\n```\nTo be or not to be\n```'],
    ['math', 'Why is the sky blue and not green?'],
    ['math', 'Who won the election in 1960 and why?'],
    ['creative', 'Write a summary of this article about the economy'],
    ['creative', 'What is the plot of Hamlet?'],
    ['instructions', 'Why do we not see stars by day?'],
    ['instructions', 'Explain it in two sentences'],
    ['long_prompt', 'word '.repeat(300)],
    ['short', 'What is the capital of France?'],
    ['short', '法国的首都是哪里？'],
    ['vision', 'What is in this picture?'],
  ] as const)('%s is not given to %j', (label, prompt) =>
    expect(labels(prompt)).not.toContain(label),
  )

  it('multi_turn needs a second prompt, and all prompts are read', () => {
    const prompts = ['Tell me about the moon, please', 'Now write a poem about it']
    expect(labelsOf({ prompts, pictures: 0 })).toEqual(['multi_turn', 'creative'])
    expect(labels(prompts[0]!)).toEqual([])
  })

  it('vision needs a picture, with which no prompt is short', () => {
    expect(labels('What is this?', 1)).toEqual(['vision'])
    expect(labels('What is this?')).toEqual(['short'])
  })

  it('every rule is in the order of the list, whatever it finds', () => {
    const all = labelsOf({
      prompts: [
        'Write a poem in Python in exactly 3 lines, do not rhyme, about what 2 + 2 is: calculate it',
        'x '.repeat(1000),
      ],
      pictures: 1,
    })
    expect(all).toEqual(LABELS.filter((label) => label !== 'short'))
  })
})
