const FIRST_MS = 1_000
const LONGEST_MS = 60_000

/**
 * Milliseconds until the next attempt: doubled each time up to a minute, and up to half of it taken off
 * by chance, so that the arenas of a service that went down do not all come back at one moment.
 * @param failures in a row so far, from 1
 * @param chance uniform in [0, 1)
 */
export function backOff(failures: number, chance: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1))
  return Math.round(full * (1 - chance / 2))
}
