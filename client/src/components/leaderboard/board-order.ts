import type { BoardRow } from '#shared/protocol/leaderboard'

export const SORT_KEYS = [
  'rank',
  'model',
  'rating',
  'interval',
  'votes',
  'winRate',
  'organization',
  'price',
  'cutoff',
] as const
export type SortKey = (typeof SORT_KEYS)[number]

export interface Sorting {
  key: SortKey
  descending: boolean
}

const DESCENDING: readonly SortKey[] = ['rating', 'votes', 'winRate', 'cutoff']

/** The direction in which a column is most often wanted: the best rank, the most votes, names from A on. */
export const firstSorting = (key: SortKey): Sorting => ({
  key,
  descending: DESCENDING.includes(key),
})

/** The same column again turns it round; another one begins in its own direction. */
export const nextSorting = (current: Sorting, key: SortKey): Sorting =>
  current.key === key ? { key, descending: !current.descending } : firstSorting(key)

/** As an address spells it: `votes` in its own direction, `-votes` in the other; `null` for the usual order. */
export function sortingWord({ key, descending }: Sorting): string | null {
  const turned = firstSorting(key).descending !== descending
  if (key === 'rank' && !turned) return null
  return turned ? `-${key}` : key
}

export function sortingOf(word: string | undefined): Sorting {
  const key = SORT_KEYS.find((known) => known === word?.replace(/^-/, ''))
  if (!key) return firstSorting('rank')
  const sorting = firstSorting(key)
  return word!.startsWith('-') ? { key, descending: !sorting.descending } : sorting
}

export const rowKey = (row: { model: string; version: number }): string =>
  `${row.model}\0${row.version}`

type Value = string | number | null | undefined

const negative = (value: number | null) => (value === null ? null : -value)

/** What a column is sorted by, the first that differs. */
const VALUES: Record<SortKey, (row: BoardRow) => Value[]> = {
  rank: (row) => [row.rank?.[0], row.rank?.[1], negative(row.rating)],
  model: (row) => [row.model, row.version],
  rating: (row) => [row.rating],
  interval: (row) => [row.lower === null || row.upper === null ? null : row.upper - row.lower],
  votes: (row) => [row.votes],
  winRate: (row) => [row.averageWinRate],
  organization: (row) => [row.organization, row.license],
  price: (row) => [row.outputPrice ?? row.inputPrice],
  cutoff: (row) => [row.knowledgeCutoff],
}

/** Who has no value comes last in both directions. */
function compare(one: Value, other: Value, sign: number): number {
  const [none, neither] = [one === null || one === undefined, other === null || other === undefined]
  if (none || neither) return Number(none) - Number(neither)
  if (typeof one === 'string' && typeof other === 'string') return sign * one.localeCompare(other)
  return sign * (Number(one) - Number(other))
}

/** A sorted copy; rows that are equal keep the order of the board. */
export function sortRows(rows: readonly BoardRow[], { key, descending }: Sorting): BoardRow[] {
  const sign = descending ? -1 : 1
  const order = (a: BoardRow, b: BoardRow): number => {
    const theirs = VALUES[key](b)
    for (const [i, value] of VALUES[key](a).entries()) {
      const found = compare(value, theirs[i], sign)
      if (found !== 0) return found
    }
    return 0
  }
  return [...rows].sort(order)
}

/** The rows as the table has them at first: what is settled by rank, then what is provisional. */
export const usualOrder = (rows: readonly BoardRow[]): BoardRow[] =>
  [false, true].flatMap((provisional) =>
    sortRows(
      rows.filter((row) => row.provisional === provisional),
      firstSorting('rank'),
    ),
  )

/** Which of the columns that only some boards need are there. */
export interface ShownColumns {
  organization: boolean
  price: boolean
  cutoff: boolean
}
