import type { FinishReason } from '#shared/vocabulary'

const REASONS = new Map<string, FinishReason>([
  ['stop', 'stop'],
  ['length', 'length'],
  ['model_length', 'length'],
  ['content_filter', 'content_filter'],
  ['tool_calls', 'tool'],
])

/** Mistral's `finish_reason`; `error` says that the answer broke off, which is no end. */
export function mistralFinishReason(reason: string | null | undefined): FinishReason | undefined {
  if (!reason || reason === 'error') return undefined
  return REASONS.get(reason) ?? 'other'
}
