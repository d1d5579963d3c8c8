import type { Pair } from './pair-counts.js'

/** How the votes of one model went; both bad is among the ties. */
export interface Results {
  votes: number
  wins: number
  losses: number
  ties: number
}

/** Results of each model by position. */
export function resultsOf(size: number, pairs: readonly Pair[]): Results[] {
  const results = Array.from({ length: size }, () => ({ votes: 0, wins: 0, losses: 0, ties: 0 }))
  for (const { a, b, tally } of pairs) {
    const ties = tally.tie + tally.both_bad
    record(results[a]!, tally.a, tally.b, ties)
    record(results[b]!, tally.b, tally.a, ties)
  }
  return results
}

function record(results: Results, wins: number, losses: number, ties: number): void {
  results.wins += wins
  results.losses += losses
  results.ties += ties
  results.votes += wins + losses + ties
}
