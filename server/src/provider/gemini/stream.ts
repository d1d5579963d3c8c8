import type { GenerateContentResponse, Part, UsageMetadata } from '@google/generative-ai'
import type { Usage } from '../../domain/conversation/answer-event.js'
import type { Delta } from '../upstream/read-answer.js'
import { geminiFinishReason } from './finish-reason.js'

/** What the API sends and the types of the SDK do not know. */
type ThinkingPart = Part & { thought?: boolean }
type ThinkingUsage = UsageMetadata & { thoughtsTokenCount?: number }

export function geminiDelta(chunk: GenerateContentResponse): Delta {
  const candidate = chunk.candidates?.[0]
  const delta: Delta = {
    usage: chunk.usageMetadata && usageOf(chunk.usageMetadata),
    // A refused prompt has no candidate, only the reason.
    finish: chunk.promptFeedback?.blockReason
      ? 'content_filter'
      : geminiFinishReason(candidate?.finishReason),
  }
  for (const part of (candidate?.content?.parts ?? []) as ThinkingPart[]) {
    const kind = part.thought ? 'reasoning' : 'text'
    if (part.text) delta[kind] = (delta[kind] ?? '') + part.text
  }
  return delta
}

/** Gemini counts thoughts apart from the answer; everybody else counts them as part of the output. */
function usageOf(usage: ThinkingUsage): Usage {
  const { candidatesTokenCount: answer, thoughtsTokenCount: thoughts } = usage
  const told = [answer, thoughts].some((tokens) => typeof tokens === 'number')
  return {
    inputTokens: usage.promptTokenCount,
    outputTokens: told ? (answer ?? 0) + (thoughts ?? 0) : undefined,
    reasoningTokens: thoughts,
  }
}
