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
  if (slice.language !== undefined) {
    throw new AppError(
      'not_found',
      'This arena keeps no leaderboard by language. Ask for the overall one, without `language`.',
    )
  }
  return sliceKey(poolOf(slice, demoOnly), slice.category ?? 'overall')
}

/** One text for equal slices, whatever the order of their fields. */
export const nameOf = ({ category, period, styleControl, demo }: Slice): string =>
  JSON.stringify({ category, period, styleControl, demo })
