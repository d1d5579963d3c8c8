import type { Reply } from './script.js'
import { sse, streamFault, type Frames, type Wire, type WireFault } from './wire.js'

const FINISH = { stop: 'stop', length: 'length', filter: 'content_filter' }

const errorOf = ({ status, message }: WireFault) => ({
  error: {
    message,
    type: status >= 500 ? 'server_error' : 'invalid_request_error',
    param: null,
    code: { 401: 'invalid_api_key', 404: 'model_not_found', 429: 'rate_limit_exceeded' }[status],
  },
})

export const openaiWire: Wire = {
  frames(reply: Reply, model: string): Frames {
    const { reasoning = [], text = [], finish = 'stop', usage } = reply
    const chunk = (delta: object, finish_reason: string | null = null) =>
      sse({
        id: 'chatcmpl-1',
        object: 'chat.completion.chunk',
        created: 1,
        model,
        choices: [{ index: 0, delta, finish_reason }],
      })
    const counts = usage && {
      prompt_tokens: usage.input,
      completion_tokens: usage.output,
      total_tokens: usage.input + usage.output,
      completion_tokens_details: { reasoning_tokens: usage.reasoning },
    }
    return {
      head: ': a comment\n\n' + chunk({ role: 'assistant', content: '' }),
      pieces: [
        ...reasoning.map((piece) => chunk({ reasoning_content: piece })),
        ...text.map((piece) => chunk({ content: piece })),
      ],
      tail:
        chunk({}, FINISH[finish]) +
        (counts ? sse({ id: 'chatcmpl-1', model, choices: [], usage: counts }) : '') +
        'data: [DONE]\n\n',
      error: sse(errorOf(streamFault(reply, 500, 'The server had an error'))),
    }
  },
  errorBody: errorOf,
}
