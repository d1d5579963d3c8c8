import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AnswerRequest, ModelProvider } from '#server/provider/model-provider'
import { readToEnd, type Answering } from '../answers.js'

export interface ProviderUnderTest {
  provider: ModelProvider
  /** A request whose answer is healthy and has at least three pieces of text. */
  request(overrides?: Partial<AnswerRequest>): AnswerRequest
  close(): Promise<void>
}

/** What every provider must do, whatever stands behind it. */
export function modelProviderContract(name: string, setup: () => Promise<ProviderUnderTest>): void {
  describe(`${name} keeps the contract of a model provider`, () => {
    let subject: ProviderUnderTest
    const answer =
      (signal = new AbortController().signal, overrides?: Partial<AnswerRequest>): Answering =>
      (hear) =>
        subject.provider.answer(subject.request(overrides), signal, hear)

    beforeAll(async () => {
      subject = await setup()
      await subject.provider.prepare()
    })
    afterAll(() => subject.close())

    it('tells text and ends after exactly one finish, which comes last', async () => {
      const { events, text, failure } = await readToEnd(answer())
      expect(failure).toBeUndefined()
      expect(text.trim()).not.toBe('')
      expect(events.filter(({ type }) => type === 'finish')).toEqual([events.at(-1)])
    })

    it('tells no piece that is empty', async () => {
      const { events } = await readToEnd(answer())
      const pieces = events.filter(({ type }) => type === 'text' || type === 'reasoning')
      expect(pieces.length).toBeGreaterThanOrEqual(3)
      expect(pieces.filter((event) => 'text' in event && event.text === '')).toEqual([])
    })

    it('takes a conversation of several turns with a system prompt and parameters', async () => {
      const several = answer(undefined, {
        messages: [
          { role: 'user', text: 'Why is the sky blue?' },
          { role: 'assistant', text: 'Because of scattering.' },
          { role: 'user', text: 'And at dusk?' },
        ],
        systemPrompt: 'Be brief.',
        parameters: { temperature: 0.5, topP: 0.9, maxTokens: 500 },
      })
      expect((await readToEnd(several)).failure).toBeUndefined()
    })

    it('keeps answers apart that run at once', async () => {
      const alone = await readToEnd(answer())
      const together = await Promise.all([readToEnd(answer()), readToEnd(answer())])
      expect(together.map(({ text }) => text)).toEqual([alone.text, alone.text])
    })

    it('says nothing when it is stopped before it begins', async () => {
      const { events, failure } = await readToEnd(answer(AbortSignal.abort()))
      expect(events).toEqual([])
      expect(failure).toBeUndefined()
    })

    it('says nothing more and ends when it is stopped in the middle', async () => {
      const stop = new AbortController()
      const heard: string[] = []
      const end = answer(stop.signal)(({ type }) => {
        heard.push(type)
        stop.abort()
      })
      await end.catch(() => undefined)
      expect(heard).toHaveLength(1)
    })
  })
}
