import type { AnswerEvent } from '#server/domain/conversation/answer-event'
import { Clock } from '#server/domain/ports'
import { DemoProvider } from '#server/provider/demo/demo.provider'
import type { ChatMessage } from '#server/domain/conversation/chat-history'
import type { AnswerRequest } from '#server/provider/model-provider'
import { DEMO_MODELS } from '#server/config/demo-models'

/** Waits take no time, but the clock shows them. */
export class InstantClock extends Clock {
  private time = 0

  override now(): number {
    return this.time
  }

  override elapsed(): number {
    return this.time
  }

  override after(ms: number, task: () => void): () => void {
    let cancelled = false
    queueMicrotask(() => {
      if (cancelled) return
      this.time += ms
      task()
    })
    return () => (cancelled = true)
  }
}

export const PERSONA_IDS = DEMO_MODELS.map(({ modelName }) => modelName)

export interface Heard {
  text: string
  reasoning: string
  events: AnswerEvent[]
  /** When each event came, in milliseconds from the start. */
  times: number[]
}

type Asked = Partial<Omit<AnswerRequest, 'endpoint' | 'messages'>>

export function requestOf(
  persona: string,
  prompts: string | readonly ChatMessage[],
  asked: Asked = {},
): AnswerRequest {
  const endpoint = DEMO_MODELS.find(({ modelName }) => modelName === persona)
  if (!endpoint) throw new Error(`no demo model ${persona}`)
  const messages =
    typeof prompts === 'string' ? [{ role: 'user' as const, text: prompts }] : prompts
  return { endpoint, messages, parameters: {}, seed: 'seed', ...asked }
}

/** Earlier prompts with an answer each, then the last one. */
export const turns = (...prompts: string[]): ChatMessage[] =>
  prompts.flatMap((text, index): ChatMessage[] =>
    index === prompts.length - 1
      ? [{ role: 'user', text }]
      : [
          { role: 'user', text },
          { role: 'assistant', text: 'An answer.' },
        ],
  )

export async function hear(
  persona: string,
  prompts: string | readonly ChatMessage[],
  asked: Asked = {},
): Promise<Heard> {
  const clock = new InstantClock()
  const heard: Heard = { text: '', reasoning: '', events: [], times: [] }
  const request = requestOf(persona, prompts, asked)
  await new DemoProvider(clock).answer(request, new AbortController().signal, (event) => {
    heard.events.push(event)
    heard.times.push(clock.now())
    if (event.type === 'text') heard.text += event.text
    if (event.type === 'reasoning') heard.reasoning += event.text
  })
  return heard
}
