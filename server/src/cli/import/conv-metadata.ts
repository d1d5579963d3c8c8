import type { AnswerStyle } from '../../domain/rating/style/answer-style.js'
import type { Row } from '../rate-battle.js'

/**
 * Figures of both answers in the predecessor's `conv_metadata`, where it is there. Its lengths are in tokens,
 * ours in characters: style control looks at the share by which two differ, which is nearly the same in both.
 */
export function metadataStyle(metadata: unknown): [AnswerStyle, AnswerStyle] | undefined {
  if (typeof metadata !== 'object' || metadata === null) return undefined
  const [a, b] = (['a', 'b'] as const).map((side) => ({
    length: sumOf((metadata as Row)[`sum_assistant_${side}_tokens`]),
    headings: sumOf((metadata as Row)[`header_count_${side}`]),
    lists: sumOf((metadata as Row)[`list_count_${side}`]),
    bold: sumOf((metadata as Row)[`bold_count_${side}`]),
  })) as [AnswerStyle, AnswerStyle]
  return [a, b].every((style) => Object.values(style).every(Number.isFinite)) ? [a, b] : undefined
}

/** A number, or the numbers of a record together; not a number where there is none. */
function sumOf(value: unknown): number {
  if (typeof value === 'number') return value
  if (typeof value !== 'object' || value === null) return Number.NaN
  return Object.values(value).reduce<number>((sum, part) => sum + Number(part), 0)
}
