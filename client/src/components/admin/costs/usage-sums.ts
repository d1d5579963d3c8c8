import type { Cost } from '#shared/protocol/admin'
import type { AdminDaySpend } from '#shared/protocol/spend'

/** Usage of a model or of a day, as one row. */
export interface UsageSum {
  key: string
  /** The model's name, or the day. */
  name: string
  answers: number
  inputTokens: number
  outputTokens: number
  costs: Cost[]
}

/** Sums in the order in which their keys first come. */
function sumBy(
  days: readonly AdminDaySpend[],
  keyOf: (day: AdminDaySpend) => [string, string],
): UsageSum[] {
  const sums = new Map<string, UsageSum>()
  for (const day of days) {
    const [key, name] = keyOf(day)
    const sum = sums.get(key) ?? {
      ...{ key, name, answers: 0, inputTokens: 0, outputTokens: 0 },
      costs: [],
    }
    sum.answers += day.answers
    sum.inputTokens += day.inputTokens
    sum.outputTokens += day.outputTokens
    const { cost, currency } = day
    if (currency) sum.costs = addCost(sum.costs, { cost, currency })
    sums.set(key, sum)
  }
  return [...sums.values()]
}

/** Currencies are never mixed. */
function addCost(costs: readonly Cost[], { cost, currency }: Cost): Cost[] {
  const before = costs.find((each) => each.currency === currency)
  const others = costs.filter((each) => each !== before)
  return [...others, { currency, cost: cost + (before?.cost ?? 0) }]
}

const costOf = ({ costs }: UsageSum): number => costs.reduce((sum, { cost }) => sum + cost, 0)

/** The dearest first. */
export const byModel = (days: readonly AdminDaySpend[]): UsageSum[] =>
  sumBy(days, ({ name }) => [name, name]).sort(
    (x, y) => costOf(y) - costOf(x) || y.outputTokens - x.outputTokens,
  )

/** The newest first. */
export const byDay = (days: readonly AdminDaySpend[]): UsageSum[] =>
  sumBy(days, ({ day }) => [day, day])

const DAY_MS = 86_400_000

/** Every day of the last `count` up to `today` (by UTC), oldest first, those without any usage too. */
export function everyDay(
  days: readonly AdminDaySpend[],
  count: number,
  today: number,
): { date: string; cost: number; tokens: number }[] {
  const sums = new Map(byDay(days).map((sum) => [sum.key, sum]))
  return Array.from({ length: count }, (_, at) => {
    const date = new Date(today - (count - 1 - at) * DAY_MS).toISOString().slice(0, 10)
    const sum = sums.get(date)
    return {
      date,
      cost: sum ? costOf(sum) : 0,
      tokens: sum ? sum.inputTokens + sum.outputTokens : 0,
    }
  })
}
