import type { Anthropic } from '@anthropic-ai/sdk'
import type { Usage } from '../../domain/conversation/answer-event.js'
import type { Delta } from '../upstream/read-answer.js'
import { anthropicFinishReason } from './finish-reason.js'

export function anthropicDelta(event: Anthropic.RawMessageStreamEvent): Delta {
  switch (event.type) {
    case 'message_start':
      return { usage: usageOf(event.message.usage) }
    case 'content_block_start':
      return event.content_block.type === 'text' ? { text: event.content_block.text } : {}
    case 'content_block_delta':
      if (event.delta.type === 'text_delta') return { text: event.delta.text }
      if (event.delta.type === 'thinking_delta') return { reasoning: event.delta.thinking }
      return {}
    case 'message_delta':
      return {
        usage: usageOf(event.usage),
        finish: anthropicFinishReason(event.delta.stop_reason),
      }
    default:
      return {}
  }
}

type Counts = Partial<Anthropic.Usage | Anthropic.MessageDeltaUsage>

/** `input_tokens` leaves out what came from the prompt cache or went into it; people sent it all. */
function usageOf(counts: Counts | undefined): Usage {
  const { input_tokens, cache_read_input_tokens, cache_creation_input_tokens } = counts ?? {}
  return {
    inputTokens:
      input_tokens == null
        ? undefined
        : input_tokens + (cache_read_input_tokens ?? 0) + (cache_creation_input_tokens ?? 0),
    outputTokens: counts?.output_tokens,
    reasoningTokens: counts?.output_tokens_details?.thinking_tokens,
  }
}
