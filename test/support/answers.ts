import {
  AnswerFailure,
  type AnswerEvent,
  type Usage,
} from '#server/domain/conversation/answer-event'
import type { Hear } from '#server/provider/model-provider'

/** An answer that begins when somebody hears it. */
export type Answering = (hear: Hear) => Promise<void>

/** What a reader has of an answer in the end. */
export interface ReadAnswer {
  text: string
  reasoning: string
  usage?: Usage
  finish?: string
  failure?: AnswerFailure
  events: AnswerEvent[]
}

/** Reads to the end; a failure is part of what was read, any other error is thrown. */
export async function readToEnd(answer: Answering): Promise<ReadAnswer> {
  const read: ReadAnswer = { text: '', reasoning: '', events: [] }
  try {
    await answer((event) => {
      read.events.push(event)
      if (event.type === 'text' || event.type === 'reasoning') read[event.type] += event.text
      if (event.type === 'usage') read.usage = event.usage
      if (event.type === 'finish') read.finish = event.reason
    })
  } catch (error) {
    if (!(error instanceof AnswerFailure)) throw error
    read.failure = error
  }
  return read
}

/** An answer that is on its way: its first event, and its end, which somebody has to wait for. */
export function begin(answer: Answering): { first: Promise<AnswerEvent>; end: Promise<void> } {
  let hear: Hear = () => undefined
  const first = new Promise<AnswerEvent>((resolve) => (hear = resolve))
  return { first, end: answer(hear) }
}
