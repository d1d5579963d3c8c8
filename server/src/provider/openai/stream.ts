import type { OpenAI } from 'openai'
import type { Usage } from '../../domain/conversation/answer-event.js'
import type { Delta } from '../upstream/read-answer.js'
import { openaiFinishReason } from './finish-reason.js'

type Chunk = OpenAI.Chat.ChatCompletionChunk

/** Reasoning is no part of OpenAI's chat API; compatible servers send it under one name or the other. */
interface ReasoningDelta {
  /** vLLM, DeepSeek, llama.cpp. */
  reasoning_content?: string | null
  /** OpenRouter, newer vLLM. Some servers send both, with the same text. */
  reasoning?: string | null
}

export function openaiDelta(chunk: Chunk): Delta {
  const choice = chunk.choices?.[0]
  const delta = choice?.delta as (typeof choice & { delta: ReasoningDelta })['delta'] | undefined
  return {
    reasoning: delta?.reasoning_content ?? delta?.reasoning ?? undefined,
    text: delta?.content ?? delta?.refusal ?? undefined,
    usage: chunk.usage ? usageOf(chunk.usage) : undefined,
    finish: openaiFinishReason(choice?.finish_reason),
  }
}

const usageOf = (usage: OpenAI.CompletionUsage): Usage => ({
  inputTokens: usage.prompt_tokens,
  outputTokens: usage.completion_tokens,
  reasoningTokens: usage.completion_tokens_details?.reasoning_tokens,
})
