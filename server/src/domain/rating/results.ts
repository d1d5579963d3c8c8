import type { Pairs } from './pairs.js'

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
export function resultsOf(size: number, { a, b, battles, tally }: Pairs): Results[] {
  const results = Array.from({ length: size }, noResults)
  for (let k = 0; k < battles.length; k += 1) {
    const ties = tally.tie[k]! + tally.both_bad[k]!
    record(results[a[k]!]!, battles[k]!, tally.a[k]!, tally.b[k]!, ties)
    record(results[b[k]!]!, battles[k]!, tally.b[k]!, tally.a[k]!, ties)
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
