import type { BoardRow } from '#shared/protocol/leaderboard'
import type { CategoryStanding } from '#shared/protocol/leaderboard-views'

/** How the page's language writes a number: `n` of vue-i18n. */
export type WriteNumber = (value: number, options?: Intl.NumberFormatOptions) => string

/** "2–4", or "3" where best and worst are one; null without a rank. */
export function rankText(rank: BoardRow['rank'], n: WriteNumber): string | null {
  if (!rank) return null
  const [best, worst] = rank
  return best === worst ? n(best) : `${n(best)}–${n(worst)}`
}

export const percentText = (share: number, n: WriteNumber, digits = 0): string =>
  n(share, { style: 'percent', maximumFractionDigits: digits })

/** A chance is never told as sure: "> 99.9 %" in place of "100 %". */
export function chanceText(chance: number, n: WriteNumber): string {
  if (chance > 0.999) return `> ${percentText(0.999, n, 1)}`
  if (chance < 0.001) return `< ${percentText(0.001, n, 1)}`
  return percentText(chance, n, chance > 0.99 || chance < 0.01 ? 1 : 0)
}

export const points = (value: number, n: WriteNumber): string => n(Math.round(value))

/** With its sign: "+12", "−3", "0". */
export function signed(value: number, n: WriteNumber): string {
  const round = Math.round(value)
  if (round === 0) return n(0)
  return `${round > 0 ? '+' : '−'}${n(Math.abs(round))}`
}

// Several votes on one battle are one observation, their mean: a model may have won half of it.
export const countText = (value: number, n: WriteNumber): string =>
  n(value, { maximumFractionDigits: 1 })

export function priceText(price: number, currency: string | undefined, n: WriteNumber): string {
  const digits = { minimumFractionDigits: 0, maximumFractionDigits: 2 }
  if (!currency || !/^[A-Z]{3}$/.test(currency)) return n(price, digits)
  return n(price, { ...digits, style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
}

/** The currency of most rows that have a price: those of other currencies cannot be compared with it. */
export function usualCurrency(rows: readonly BoardRow[]): string | undefined {
  const counts = new Map<string | undefined, number>()
  for (const row of rows.filter(hasPrice)) {
    counts.set(row.currency, (counts.get(row.currency) ?? 0) + 1)
  }
  const [currency] = [...counts].sort(([, x], [, y]) => y - x)[0] ?? [undefined]
  return currency
}

export const hasPrice = ({ inputPrice, outputPrice }: BoardRow): boolean =>
  inputPrice !== undefined || outputPrice !== undefined

/** "$2 / $8": a million tokens in, and out; null where neither is known. */
export function pricesText(row: BoardRow, n: WriteNumber): string | null {
  const { inputPrice, outputPrice, currency } = row
  if (!hasPrice(row)) return null
  const text = (price?: number) => (price === undefined ? '–' : priceText(price, currency, n))
  return `${text(inputPrice)} / ${text(outputPrice)}`
}

type Rated = Pick<BoardRow | CategoryStanding, 'lower' | 'upper'>

/** An interval that is wider says nothing: its ends are odds of one to ten to the 25. */
const WIDEST = 10_000

/** "960–1,040", "−61 – 1,709"; null where there is none, or one that says nothing. */
export function intervalText({ lower, upper }: Rated, n: WriteNumber): string | null {
  if (lower === null || upper === null || upper - lower > WIDEST) return null
  const text = (value: number) => (value < 0 ? `−${points(-value, n)}` : points(value, n))
  return `${text(lower)}${lower < 0 ? ' – ' : '–'}${text(upper)}`
}

/** Why a model has no firm place, as far as its own results tell. */
export function provisionalReason(row: BoardRow): 'none' | 'allWins' | 'allLosses' | 'few' {
  if (row.votes === 0) return 'none'
  if (row.wins === row.votes) return 'allWins'
  return row.losses === row.votes ? 'allLosses' : 'few'
}
