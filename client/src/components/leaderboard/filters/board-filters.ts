import type { BoardRow } from '#shared/protocol/leaderboard'
import { usualCurrency } from '../figures.js'
import { first, type Query } from '../../../lib/slice-query.js'

/** What of a board is shown. Ranks and scores are those of the whole board, whatever is hidden. */
export interface BoardFilters {
  search: string
  openWeights: boolean
  organization: string
  /** At most so much for a million tokens of output; null: any price. */
  price: number | null
  retired: boolean
}

export const NO_FILTERS: BoardFilters = {
  search: '',
  openWeights: false,
  organization: '',
  price: null,
  retired: false,
}

export const PRICES = [1, 5, 15, 60] as const

export function filtersOf(query: Query): BoardFilters {
  const price = Number(first(query, 'price') ?? NaN)
  return {
    search: first(query, 'q') ?? '',
    openWeights: first(query, 'open') === 'true',
    organization: first(query, 'org') ?? '',
    price: Number.isFinite(price) && price >= 0 ? price : null,
    retired: first(query, 'retired') === 'true',
  }
}

/** The fields of an address; undefined takes one out of it. */
export const filterQuery = (filters: BoardFilters): Record<string, string | undefined> => ({
  q: filters.search || undefined,
  open: filters.openWeights ? 'true' : undefined,
  org: filters.organization || undefined,
  price: filters.price === null ? undefined : String(filters.price),
  retired: filters.retired ? 'true' : undefined,
})

/** How many of them were chosen. */
export const filtersChosen = (filters: BoardFilters): number =>
  Object.values(filterQuery(filters)).filter((value) => value !== undefined).length

/** Rows whose model or organisation has every word of the search. */
export function findRows(rows: readonly BoardRow[], search: string): BoardRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter((row) => {
    const text = `${row.model} ${row.organization ?? ''}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/**
 * A model whose price is not known is in no range of prices, nor is one whose price is in another currency than that
 * of most: five of the one are not as much as five of the other.
 */
export function filterRows(rows: readonly BoardRow[], filters: BoardFilters): BoardRow[] {
  const currency = usualCurrency(rows)
  return findRows(rows, filters.search).filter(
    (row) =>
      (filters.retired || !row.retired) &&
      (!filters.openWeights || row.openWeights === true) &&
      (filters.organization === '' || row.organization === filters.organization) &&
      (filters.price === null ||
        (row.currency === currency && (row.outputPrice ?? row.inputPrice ?? NaN) <= filters.price)),
  )
}

export const organizationsOf = (rows: readonly BoardRow[]): string[] =>
  [...new Set(rows.flatMap(({ organization }) => organization ?? []))].sort((x, y) =>
    x.localeCompare(y),
  )
