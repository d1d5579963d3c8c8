import type { Reply } from './script.js'
import { sse, streamFault, type Frames, type Wire, type WireFault } from './wire.js'

const FINISH = { stop: 'stop', length: 'length', filter: 'content_filter' }

const errorOf = ({ status, message }: WireFault) => ({
  object: 'error',
  message,
  type:
    { 401: 'unauthorized', 404: 'invalid_model', 429: 'rate_limited' }[status] ?? 'invalid_request',
  param: null,
  code: '1000',
})

export const mistralWire: Wire = {
  frames(reply: Reply, model: string): Frames {
    const { reasoning = [], text = [], finish = 'stop', usage } = reply
    const chunk = (delta: object, finish_reason: string | null = null, counts?: object) =>
      sse({
        id: 'cmpl-1',
        object: 'chat.completion.chunk',
        created: 1,
        model,
        choices: [{ index: 0, delta, finish_reason }],
        usage: counts,
      })
    const counts = usage && {
      prompt_tokens: usage.input,
      completion_tokens: usage.output,
      total_tokens: usage.input + usage.output,
    }
    const thinking = (piece: string) => [
      { type: 'thinking', thinking: [{ type: 'text', text: piece }] },
    ]
    return {
      head: chunk({ role: 'assistant', content: '' }),
      pieces: [
        ...reasoning.map((piece) => chunk({ content: thinking(piece) })),
        ...text.map((piece) => chunk({ content: piece })),
      ],
      tail: chunk({ content: '' }, FINISH[finish], counts) + 'data: [DONE]\n\n',
      error: sse(errorOf(streamFault(reply, 500, 'Service unavailable'))),
    }
  },
  errorBody: errorOf,
}
