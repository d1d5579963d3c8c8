import type { Choice } from '#shared/vocabulary'
import type { PairRow } from '../domain/rating/pair-rows.js'

/** What was voted where two versions met: `a` is a vote for the first. */
export interface Met {
  votes: Record<Choice, number>
  battles: number
}

export function metOf(rows: readonly PairRow[], a: string, b: string): Met {
  const turned = a > b
  const [first, second] = turned ? [b, a] : [a, b]
  const sums = rows.find((row) => row.versionA === first && row.versionB === second)?.sums
  if (!sums) return { votes: { a: 0, b: 0, tie: 0, both_bad: 0 }, battles: 0 }
  const { tie, both_bad, battles } = sums
  const wins = turned ? { a: sums.b, b: sums.a } : { a: sums.a, b: sums.b }
  return { votes: { ...wins, tie, both_bad }, battles }
}
