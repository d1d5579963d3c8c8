import type { FinishReason } from '#shared/vocabulary'

const REASONS = new Map<string, FinishReason>([
  ['STOP', 'stop'],
  ['MAX_TOKENS', 'length'],
  ['SAFETY', 'content_filter'],
  ['RECITATION', 'content_filter'],
  ['BLOCKLIST', 'content_filter'],
  ['PROHIBITED_CONTENT', 'content_filter'],
  ['SPII', 'content_filter'],
  ['IMAGE_SAFETY', 'content_filter'],
  ['MALFORMED_FUNCTION_CALL', 'tool'],
  ['UNEXPECTED_TOOL_CALL', 'tool'],
])

/** Gemini's `finishReason` of a candidate. */
export function geminiFinishReason(reason: string | null | undefined): FinishReason | undefined {
  return reason ? (REASONS.get(reason) ?? 'other') : undefined
}
