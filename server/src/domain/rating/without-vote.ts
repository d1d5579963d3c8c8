import type { Choice } from '#shared/vocabulary'
import { addSums, changeOfSums, orientVotes, type Tally } from './observation.js'
import type { PairRow } from './pair-rows.js'

/** Two versions, and all votes that count on a battle between them. */
interface VotedPair {
  versionA: string
  versionB: string
  votes: Readonly<Tally>
}

/** The sums of all pairs had one of the votes on a battle, which they hold, not been cast. */
export function withoutVote(
  rows: readonly PairRow[],
  { versionA, versionB, votes }: VotedPair,
  choice: Choice,
): PairRow[] {
  const { first, second, votes: held } = orientVotes(versionA, versionB, votes)
  const left = { ...votes, [choice]: votes[choice] - 1 }
  const change = changeOfSums(held, orientVotes(versionA, versionB, left).votes)
  return rows
    .map((row) => {
      if (row.versionA !== first || row.versionB !== second) return row
      const sums = { ...row.sums }
      addSums(sums, change)
      return { ...row, sums }
    })
    .filter(({ sums }) => sums.battles > 0)
}
