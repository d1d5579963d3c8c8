const DAY_MS = 24 * 60 * 60 * 1000

/** Days since the epoch, by UTC. */
export const dayOf = (time: number): number => Math.floor(time / DAY_MS)

/** When a day begins, in milliseconds since the epoch. */
export const startOf = (day: number): number => day * DAY_MS

/** `2026-11-27` */
export const dateOf = (day: number): string => new Date(startOf(day)).toISOString().slice(0, 10)
