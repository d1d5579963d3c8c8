/** Battles that were drawn on a day. */
export interface DrawDay {
  day: number
  battles: number
}

/**
 * Battles that must become public together. With fewer, the figures before and after could tell who is in
 * one battle that is still open.
 */
const TOGETHER = 20

/**
 * The last day whose draws may be told, undefined where there is none: finished days in groups, each of
 * which ends with the day on which it has battles enough.
 * @param days finished days, in their order
 */
export function publishedUntil(days: readonly DrawDay[]): number | undefined {
  let until: number | undefined
  let waiting = 0
  for (const { day, battles } of days) {
    waiting += battles
    if (waiting < TOGETHER) continue
    until = day
    waiting = 0
  }
  return until
}
