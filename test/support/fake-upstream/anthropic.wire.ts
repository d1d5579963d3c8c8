import type { Reply } from './script.js'
import { streamFault, type Frames, type Wire, type WireFault } from './wire.js'

const FINISH = { stop: 'end_turn', length: 'max_tokens', filter: 'refusal' }

const TYPES: Record<number, string> = {
  401: 'authentication_error',
  403: 'permission_error',
  404: 'not_found_error',
  429: 'rate_limit_error',
  500: 'api_error',
  529: 'overloaded_error',
}

const errorOf = ({ status, message }: WireFault) => ({
  type: 'error',
  error: { type: TYPES[status] ?? 'invalid_request_error', message },
  request_id: 'req_1',
})

const event = (type: string, data: object = {}): string =>
  `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`

export const anthropicWire: Wire = {
  frames(reply: Reply, model: string): Frames {
    const { reasoning = [], text = [], finish = 'stop', usage } = reply
    const delta = (index: number, content: object) =>
      event('content_block_delta', { index, delta: content })
    const start = (index: number, block: object) =>
      event('content_block_start', { index, content_block: block })
    const stop = (index: number) => event('content_block_stop', { index })
    const thinking = reasoning.map((piece) => delta(0, { type: 'thinking_delta', thinking: piece }))
    const writing = text.map((piece) => delta(1, { type: 'text_delta', text: piece }))
    const [first = '', ...others] = writing
    const opening = start(1, { type: 'text', text: '' })
    return {
      head:
        event('message_start', {
          message: {
            id: 'msg_1',
            type: 'message',
            role: 'assistant',
            model,
            content: [],
            stop_reason: null,
            usage: usage && { input_tokens: usage.input, output_tokens: 1 },
          },
        }) +
        event('ping') +
        (thinking.length > 0 ? start(0, { type: 'thinking', thinking: '' }) : ''),
      pieces: first
        ? [...thinking, (thinking.length > 0 ? stop(0) : '') + opening + first, ...others]
        : thinking,
      tail:
        (first ? stop(1) : '') +
        event('message_delta', {
          delta: { stop_reason: FINISH[finish], stop_sequence: null },
          usage: usage && {
            output_tokens: usage.output,
            output_tokens_details: usage.reasoning && { thinking_tokens: usage.reasoning },
          },
        }) +
        event('message_stop'),
      error: event('error', errorOf(streamFault(reply, 529, 'Overloaded'))),
    }
  },
  errorBody: errorOf,
}
