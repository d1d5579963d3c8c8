import type { BoardRow } from '#shared/protocol/leaderboard'
import { usualCurrency } from '../figures.js'

/** A price of a model that has a score. */
export interface PricePoint {
  row: BoardRow
  price: number
}

/**
 * The models that have a score and a price, in the one currency that most of them have: prices of different
 * currencies lie on no common axis. The price is that of a million tokens of output.
 */
export function pricePoints(rows: readonly BoardRow[]): {
  currency: string | undefined
  points: PricePoint[]
  /** Scored models whose price is not known or in another currency. */
  without: number
} {
  const rated = rows.filter(({ rating }) => rating !== null)
  const priced = rated.flatMap((row) => {
    const price = row.outputPrice ?? row.inputPrice
    return price === undefined ? [] : [{ row, price }]
  })
  const currency = usualCurrency(rated)
  const points = priced.filter(({ row }) => row.currency === currency)
  return { currency, points, without: rated.length - points.length }
}

/** Prices that differ by more than that are read better by their ratios; a price of nothing has none. */
const WIDE = 20

export function isLogarithmic(prices: readonly number[]): boolean {
  const least = Math.min(...prices)
  return least > 0 && Math.max(...prices) / least > WIDE
}
