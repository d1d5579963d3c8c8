import type { Pair } from './pair-counts.js'

/** How the votes of one model went; both bad is among the ties. */
export interface Results {
  /** Battles that were voted on: fewer than votes where several people voted on one. */
  battles: number
  votes: number
  wins: number
  losses: number
  ties: number
}

/** Results of each model by position. */
export function resultsOf(size: number, pairs: readonly Pair[]): Results[] {
  const results = Array.from({ length: size }, noResults)
  for (const { a, b, battles, tally } of pairs) {
    const ties = tally.tie + tally.both_bad
    record(results[a]!, battles, tally.a, tally.b, ties)
    record(results[b]!, battles, tally.b, tally.a, ties)
  }
  return results
}

const noResults = (): Results => ({ battles: 0, votes: 0, wins: 0, losses: 0, ties: 0 })

function record(
  results: Results,
  battles: number,
  wins: number,
  losses: number,
  ties: number,
): void {
  results.battles += battles
  results.wins += wins
  results.losses += losses
  results.ties += ties
  results.votes += wins + losses + ties
}
