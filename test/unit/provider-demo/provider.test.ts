import { describe, expect, it } from 'vitest'
import type { AnswerEvent } from '#server/domain/conversation/answer-event'
import { DemoProvider } from '#server/provider/demo/demo.provider'
import { ManualClock } from '../../support/manual-clock.js'
import { PERSONA_IDS, hear, requestOf, turns } from './stage.js'

const PROMPT = 'Why is the sky blue?'

describe('a demo answer', () => {
  it.each(PERSONA_IDS)('of %s is the same again for the same seed, rhythm included', async (id) => {
    expect(await hear(id, PROMPT)).toEqual(await hear(id, PROMPT))
  })

  it('has another rhythm for another seed', async () => {
    const [first, second] = [
      await hear('terse', PROMPT, { seed: '1' }),
      await hear('terse', PROMPT, { seed: '2' }),
    ]
    expect(first.times).not.toEqual(second.times)
  })

  it('varies its wording with the seed, and not at temperature 0', async () => {
    const wordings = async (temperature?: number) => {
      const texts = new Set<string>()
      for (let seed = 0; seed < 12; seed += 1) {
        const heard = await hear('slow', PROMPT, { seed: `${seed}`, parameters: { temperature } })
        texts.add(heard.text)
      }
      return texts.size
    }
    expect(await wordings()).toBeGreaterThan(1)
    expect(await wordings(0)).toBe(1)
  })

  it.each(PERSONA_IDS)('of %s ends with usage and one finish', async (id) => {
    const { events } = await hear(id, PROMPT)
    expect(events.slice(-2).map(({ type }) => type)).toEqual(['usage', 'finish'])
    expect(events.filter(({ type }) => type === 'finish')).toEqual([
      { type: 'finish', reason: 'stop' },
    ])
  })

  it('counts every piece as a token', async () => {
    const { events } = await hear('reasoner', PROMPT)
    const reasoningTokens = events.filter(({ type }) => type === 'reasoning').length
    const textTokens = events.filter(({ type }) => type === 'text').length
    expect(events.at(-2)).toEqual({
      type: 'usage',
      usage: { inputTokens: 5, outputTokens: reasoningTokens + textTokens, reasoningTokens },
    })
  })

  it('stops at maxTokens, and says so', async () => {
    const { events, text } = await hear('thorough', PROMPT, { parameters: { maxTokens: 7 } })
    expect(events.filter(({ type }) => type === 'text')).toHaveLength(7)
    expect(events.at(-1)).toEqual({ type: 'finish', reason: 'length' })
    expect((await hear('thorough', PROMPT)).text.startsWith(text)).toBe(true)
  })

  it('refuses a persona that it does not know', async () => {
    const request = requestOf('terse', PROMPT)
    const unknown = { ...request, endpoint: { ...request.endpoint, modelName: 'nobody' } }
    const provider = new DemoProvider(new ManualClock())
    const answer = provider.answer(unknown, new AbortController().signal, () => undefined)
    await expect(answer).rejects.toMatchObject({ code: 'model_misconfigured' })
  })
})

describe('the rhythm', () => {
  const rate = async (id: string) => {
    const { times, events } = await hear(id, PROMPT)
    const pieces = events.filter(({ type }) => type === 'text' || type === 'reasoning').length
    const [first = 0] = times
    return { first, perSecond: ((pieces - 1) * 1000) / ((times.at(-1) ?? 0) - first) }
  }

  it.each(PERSONA_IDS.filter((id) => id !== 'slow'))('of %s is brisk', async (id) => {
    const { first, perSecond } = await rate(id)
    expect(first).toBeLessThan(1000)
    expect(perSecond).toBeGreaterThan(50)
    expect(perSecond).toBeLessThan(110)
  })

  it('of the slow one has a long wait and few words a second', async () => {
    const { first, perSecond } = await rate('slow')
    expect(first).toBeGreaterThan(1500)
    expect(perSecond).toBeGreaterThan(8)
    expect(perSecond).toBeLessThan(16)
  })

  it('catches up after a long pause of the process', async () => {
    const clock = new ManualClock()
    const request = requestOf('slow', PROMPT)
    const events: AnswerEvent[] = []
    const done = new DemoProvider(clock).answer(request, new AbortController().signal, (event) =>
      events.push(event),
    )
    while (clock.pending === 0) await Promise.resolve()
    clock.advance(600_000)
    await done
    expect(events.at(-1)).toEqual({ type: 'finish', reason: 'stop' })
  })
})

describe('an abort', () => {
  it('ends the stream at once and leaves no timer behind', async () => {
    const clock = new ManualClock()
    const abort = new AbortController()
    const events: AnswerEvent[] = []
    const request = requestOf('slow', PROMPT)
    const done = new DemoProvider(clock).answer(request, abort.signal, (event) =>
      events.push(event),
    )
    while (clock.pending === 0) await Promise.resolve()
    expect(events).toEqual([])
    abort.abort()
    await done
    expect(events).toEqual([])
    expect(clock.pending).toBe(0)
  })

  it('in the middle gives no finish', async () => {
    const abort = new AbortController()
    const clock = new ManualClock()
    const events: AnswerEvent[] = []
    const request = requestOf('terse', PROMPT)
    const done = new DemoProvider(clock).answer(request, abort.signal, (event) => {
      events.push(event)
      if (events.length === 3) abort.abort()
    })
    while (clock.pending === 0) await Promise.resolve()
    clock.advance(60_000)
    await done
    expect(events.map(({ type }) => type)).toEqual(['text', 'text', 'text'])
  })
})

describe('a conversation', () => {
  it('lets a follow-up go back to the task before it', async () => {
    const { text } = await hear('coder', turns('Write a fibonacci function in Python', 'now in Go'))
    expect(text).toContain('```go')
    expect(text).toContain('func fibonacci')
    expect(text).toContain('Write a fibonacci function in Python')
  })

  it('goes back further over several follow-ups', async () => {
    const messages = turns('What is the capital of France?', 'and in Chinese please', 'why?')
    const { text } = await hear('slow', messages)
    expect(text).toContain('Paris')
  })

  it('leaves the matter when the person does', async () => {
    const messages = turns('What is the capital of France?', 'Explain recursion to a child')
    const { text } = await hear('slow', messages)
    expect(text).not.toContain('Paris')
    expect(text).toContain('smaller copy')
  })

  it.each(PERSONA_IDS)('with a system prompt is acknowledged by %s', async (id) => {
    const asked = { systemPrompt: 'Answer like a pirate.' }
    expect((await hear(id, PROMPT, asked)).text).toContain('“Answer like a pirate.”')
  })

  it('follows a system prompt that sets the language', async () => {
    const asked = { systemPrompt: 'Always answer in Chinese.' }
    expect((await hear('terse', PROMPT, asked)).text).toContain('天空')
  })
})
