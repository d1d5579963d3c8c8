import type { FinishReason } from '#shared/vocabulary'

const REASONS = new Map<string, FinishReason>([
  ['stop', 'stop'],
  ['length', 'length'],
  ['content_filter', 'content_filter'],
  ['tool_calls', 'tool'],
  ['function_call', 'tool'],
])

/** OpenAI's `finish_reason`; gateways write `error` where the answer broke off, which is no end. */
export function openaiFinishReason(reason: string | null | undefined): FinishReason | undefined {
  if (!reason || reason === 'error') return undefined
  return REASONS.get(reason) ?? 'other'
}
