import type { History } from '#shared/protocol/leaderboard-views'

type Line = History['models'][number]

/** So many lines can be told apart by colour, dash and mark; others can be switched on. */
export const SHOWN_FIRST = 8

/** The best first, by where they stand today; a model without a point has no line. */
export const linesOf = (history: Pick<History, 'models'>): Line[] =>
  history.models
    .filter(({ points }) => points.length > 0)
    .sort((x, y) => y.points.at(-1)!.rating - x.points.at(-1)!.rating)

/** Midnight by UTC of a day such as `2026-11-27`, in milliseconds since the epoch. */
export const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)
