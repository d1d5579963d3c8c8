import { describe, expect, it } from 'vitest'
import { reflect } from '#server/provider/demo/eliza/reflect'
import { hear, turns } from './stage.js'

const steady = { parameters: { temperature: 0 } }
const reply = async (...prompts: string[]) => (await hear('eliza', turns(...prompts), steady)).text

describe('reflection', () => {
  it.each([
    ['my mother', 'your mother'],
    ['I am happy', 'you are happy'],
    ["I'm your friend", 'you are my friend'],
    ['you help me', 'I help you'],
    ['to talk to you', 'to talk to me'],
    ['you were right', 'I were right'],
    ['nothing of the kind', 'nothing of the kind'],
  ])('%s becomes %s', (from, to) => {
    expect(reflect(from, 'en')).toBe(to)
  })

  it.each([
    ['我的母亲', '你的母亲'],
    ['你喜欢我', '我喜欢你'],
  ])('%s becomes %s', (from, to) => {
    expect(reflect(from, 'zh')).toBe(to)
  })
})

describe('the rules', () => {
  it.each([
    ['I need a new job', 'What would it mean to you: a new job?'],
    ['I am afraid of my future', 'you are afraid'],
    ['My mother hates me', 'your mother'],
    ['I remember my first bicycle', 'Do you often think of your first bicycle?'],
    ['Can you help me with my essay?', 'You would like me to help you with your essay.'],
    ['Everybody laughs', 'Everybody? Can you think of one exception?'],
    ['Because I said so', 'Is that the only reason, you said so?'],
    ['What is love?', 'What do you already believe about love?'],
    ['Why is the sky blue?', 'What reasons come to your own mind for this: the sky blue?'],
    ['zebra crossing', 'What comes to your mind first when you think of zebra crossing?'],
    ['我想换工作', '换工作，对你意味着什么？'],
    ['我妈妈不理解我', '多说说你的妈妈吧。'],
    ['我觉得很累', '听起来你很累。'],
    ['你能帮我写信吗？', '你希望我帮你写信。'],
    ['为什么天空是蓝色的？', '你自己想到的原因是什么：天空是蓝色的？'],
  ])('%s', async (prompt, expected) => {
    expect(await reply(prompt)).toContain(expected)
  })

  it('prefer the stronger keyword', async () => {
    expect(await reply('Why does my mother always call?')).toContain('your mother')
  })
})

describe('the memory', () => {
  it('comes back to what was said before, when the moment has no stronger matter', async () => {
    const answer = await reply('I quarrel with my brother', 'What is love?')
    expect(answer).toContain('Earlier you said: “you quarrel with your brother”.')
  })

  it('waits while the person speaks of themselves', async () => {
    expect(await reply('I quarrel with my brother', 'I feel alone')).not.toContain('quarrel')
  })

  it('works in Chinese', async () => {
    expect(await reply('我和同事吵架了', '什么是友谊？')).toContain('你和同事吵架了')
  })
})
