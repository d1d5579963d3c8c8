import {
  AnswerFailure,
  type AnswerEvent,
  type Usage,
} from '#server/domain/conversation/answer-event'

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
export async function readToEnd(answer: AsyncIterable<AnswerEvent>): Promise<ReadAnswer> {
  const read: ReadAnswer = { text: '', reasoning: '', events: [] }
  try {
    for await (const event of answer) {
      read.events.push(event)
      if (event.type === 'text' || event.type === 'reasoning') read[event.type] += event.text
      if (event.type === 'usage') read.usage = event.usage
      if (event.type === 'finish') read.finish = event.reason
    }
  } catch (error) {
    if (!(error instanceof AnswerFailure)) throw error
    read.failure = error
  }
  return read
}

/** An answer that fails at the first read. */
export const failingAnswer = (error: unknown): AsyncIterable<AnswerEvent> => ({
  [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(error) }),
})
