import type {
  CompletionEvent,
  ContentChunk,
  DeltaMessage,
} from '@mistralai/mistralai/models/components'
import type { Delta } from '../upstream/read-answer.js'
import { mistralFinishReason } from './finish-reason.js'

export function mistralDelta({ data }: CompletionEvent): Delta {
  const choice = data.choices[0]
  return {
    ...contentOf(choice?.delta.content),
    usage: data.usage && {
      inputTokens: data.usage.promptTokens,
      outputTokens: data.usage.completionTokens,
    },
    finish: mistralFinishReason(choice?.finishReason),
  }
}

/** Plain models send text; reasoning models send lists of thinking and text chunks. */
function contentOf(content: DeltaMessage['content']): Delta {
  if (typeof content === 'string') return { text: content }
  const delta: Delta = {}
  for (const chunk of content ?? []) {
    if (chunk.type === 'thinking') delta.reasoning = (delta.reasoning ?? '') + thinkingOf(chunk)
    if (chunk.type === 'text') delta.text = (delta.text ?? '') + chunk.text
  }
  return delta
}

type ThinkChunk = Extract<ContentChunk, { type: 'thinking' }>

const thinkingOf = ({ thinking }: ThinkChunk): string =>
  thinking.map((part) => ('text' in part ? part.text : '')).join('')
