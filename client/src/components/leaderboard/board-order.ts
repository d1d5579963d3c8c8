import type { BoardRow } from '#shared/protocol/leaderboard'

export type SortKey = 'rank' | 'model' | 'rating' | 'votes'

export interface Sorting {
  key: SortKey
  descending: boolean
}

/** The direction in which a column is most often wanted: the best rank, the most votes, names from A on. */
export const firstSorting = (key: SortKey): Sorting => ({
  key,
  descending: key === 'rating' || key === 'votes',
})

/** The same column again turns it round; another one begins in its own direction. */
export const nextSorting = (current: Sorting, key: SortKey): Sorting =>
  current.key === key ? { key, descending: !current.descending } : firstSorting(key)

export const rowKey = (row: BoardRow): string => `${row.model}\0${row.version}`

const lowest = -Infinity
const COMPARE: Record<SortKey, (a: BoardRow, b: BoardRow) => number> = {
  rank: (a, b) =>
    (a.rank?.[0] ?? Infinity) - (b.rank?.[0] ?? Infinity) ||
    (a.rank?.[1] ?? Infinity) - (b.rank?.[1] ?? Infinity) ||
    (b.rating ?? lowest) - (a.rating ?? lowest),
  model: (a, b) => a.model.localeCompare(b.model) || a.version - b.version,
  rating: (a, b) => (a.rating ?? lowest) - (b.rating ?? lowest),
  votes: (a, b) => a.votes - b.votes,
}

/** A sorted copy; rows that are equal keep the order of the board. Two missing ranks are equal, not `NaN`. */
export function sortRows(rows: readonly BoardRow[], { key, descending }: Sorting): BoardRow[] {
  const sign = descending ? -1 : 1
  return [...rows].sort((a, b) => sign * (COMPARE[key](a, b) || 0))
}

/** Rows whose model or organisation has every word of the search. */
export function findRows(rows: readonly BoardRow[], search: string): BoardRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter((row) => {
    const text = `${row.model} ${row.organization ?? ''}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
