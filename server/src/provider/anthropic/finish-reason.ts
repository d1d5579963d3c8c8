import type { FinishReason } from '#shared/vocabulary'

const REASONS = new Map<string, FinishReason>([
  ['end_turn', 'stop'],
  ['stop_sequence', 'stop'],
  ['max_tokens', 'length'],
  ['model_context_window_exceeded', 'length'],
  ['refusal', 'content_filter'],
  ['tool_use', 'tool'],
])

/** Anthropic's `stop_reason`. */
export function anthropicFinishReason(reason: string | null | undefined): FinishReason | undefined {
  return reason ? (REASONS.get(reason) ?? 'other') : undefined
}
