import type { Slice } from '#shared/protocol/leaderboard'
import { AppError } from '../domain/app-error.js'
import { sliceKey, type Pool } from '../domain/rating/slices.js'

/** Which models a slice is about; where it does not say, those that answer in this arena. */
export const poolOf = ({ demo }: Slice, demoOnly: boolean): Pool =>
  (demo ?? demoOnly) ? 'demo' : 'real'

/**
 * The key of the counts behind a slice.
 * @throws AppError `not_found` for a slice of which no counts are kept
 */
export function keyOf(slice: Slice, demoOnly: boolean): string {
  const { demo: _, category = 'overall', period = 'all', ...filters } = slice
  if (category !== 'overall' || period !== 'all' || Object.values(filters).some(Boolean)) {
    throw new AppError(
      'not_found',
      'This arena keeps no such leaderboard. Ask for the overall one.',
    )
  }
  return sliceKey(poolOf(slice, demoOnly), category)
}

/** One text for equal slices, whatever the order of their fields. */
export const nameOf = (slice: Slice): string =>
  JSON.stringify(Object.entries(slice).sort(([x], [y]) => (x < y ? -1 : 1)))
