import type { Reply } from './script.js'
import { streamFault, type Frames, type Wire, type WireFault } from './wire.js'

const FINISH = { stop: 'STOP', length: 'MAX_TOKENS', filter: 'SAFETY' }

const STATUSES: Record<number, string> = {
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
}

const errorOf = ({ status, message, wait }: WireFault) => ({
  error: {
    code: status,
    message,
    status: STATUSES[status] ?? 'INVALID_ARGUMENT',
    details: wait?.form === 'google' ? [retryInfo(wait.ms)] : [],
  },
})

const retryInfo = (ms: number) => ({
  '@type': 'type.googleapis.com/google.rpc.RetryInfo',
  retryDelay: `${ms / 1000}s`,
})

/** Google escapes the line separators of Unicode; a gateway in between may not. */
const jsonOf = (data: unknown, raw?: boolean): string => {
  const json = JSON.stringify(data)
  return raw ? json : json.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
}

export const geminiWire: Wire = {
  frames(reply: Reply, model: string): Frames {
    const { reasoning = [], text = [], finish = 'stop', usage, raw } = reply
    const sse = (data: unknown) => `data: ${jsonOf(data, raw)}\r\n\r\n`
    const chunk = (parts: object[], more: object = {}, usageMetadata?: object) =>
      sse({
        candidates: [{ content: { parts, role: 'model' }, index: 0, ...more }],
        usageMetadata,
        modelVersion: model,
      })
    const counts = usage && {
      promptTokenCount: usage.input,
      candidatesTokenCount: usage.output - (usage.reasoning ?? 0),
      thoughtsTokenCount: usage.reasoning,
    }
    return {
      head: '',
      pieces: [
        ...reasoning.map((piece) => chunk([{ text: piece, thought: true }])),
        ...text.map((piece) => chunk([{ text: piece }])),
      ],
      tail: chunk([{ text: '' }], { finishReason: FINISH[finish] }, counts),
      error: sse(errorOf(streamFault(reply, 503, 'The model is overloaded'))),
    }
  },
  errorBody: errorOf,
}
