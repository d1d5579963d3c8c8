import {
  addSums,
  noSums,
  orientVotes,
  sumsOfBattle,
  type PairSums,
  type Tally,
} from './observation.js'
import { PairCounts } from './pair-counts.js'

/** The sums of one pair of versions, `versionA` being the smaller: counts as they are stored and sent. */
export interface PairRow {
  versionA: string
  versionB: string
  sums: PairSums
}

export function countsOfRows(rows: readonly PairRow[]): PairCounts {
  const counts = new PairCounts()
  for (const { versionA, versionB, sums } of rows) counts.addSums(versionA, versionB, sums)
  return counts
}

/** Whether two lists have the same pairs with the same sums, in whatever order. */
export function samePairs(some: readonly PairRow[], others: readonly PairRow[]): boolean {
  const name = ({ versionA, versionB }: PairRow) => `${versionA}\n${versionB}`
  const sums = new Map(others.map((row) => [name(row), JSON.stringify(row.sums)]))
  return (
    some.length === others.length &&
    some.every((row) => sums.get(name(row)) === JSON.stringify(row.sums))
  )
}

/** Adds battles up by pair. */
export class PairSumsByName {
  private readonly rows = new Map<string, PairRow>()

  add(versionA: string, versionB: string, votes: Tally): void {
    const oriented = orientVotes(versionA, versionB, votes)
    const key = `${oriented.first}\n${oriented.second}`
    let row = this.rows.get(key)
    if (!row) {
      row = { versionA: oriented.first, versionB: oriented.second, sums: noSums() }
      this.rows.set(key, row)
    }
    addSums(row.sums, sumsOfBattle(oriented.votes))
  }

  list(): PairRow[] {
    return [...this.rows.values()]
  }
}
