import type { Cost } from '#shared/protocol/admin'
import type { WriteNumber } from '../../leaderboard/figures.js'

/** "$0.0021": small costs keep two figures that say something. */
export function costText({ cost, currency }: Cost, n: WriteNumber): string {
  const digits =
    cost !== 0 && Math.abs(cost) < 1
      ? { maximumSignificantDigits: 2 }
      : { minimumFractionDigits: 2, maximumFractionDigits: 2 }
  if (!/^[A-Z]{3}$/.test(currency)) return `${n(cost, digits)} ${currency}`
  return n(cost, { ...digits, style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
}
