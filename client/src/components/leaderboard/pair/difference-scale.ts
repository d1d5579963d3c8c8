import type { PairFigures } from '#shared/protocol/leaderboard-views'

/** Beyond so many points on either side an interval is cut: nearly nothing is known then. */
const REACH = 800
const LEAST = 50

export interface DifferenceScale {
  /** Points on either side of nought. */
  reach: number
  /** Where so many points lie: 0 at its left end, 100 at its right one. */
  place: (points: number) => number
}

/** A scale with nought in its middle, wide enough for both intervals where they are of any use. */
export function differenceScale(
  pair: Pick<PairFigures, 'difference' | 'fixed' | 'always'>,
): DifferenceScale {
  const ends = [pair.fixed, pair.always].flatMap((each) => (each ? [each.lower, each.upper] : []))
  const far = Math.max(LEAST, ...[pair.difference ?? 0, ...ends].map(Math.abs))
  const reach = Math.min(REACH, far) * 1.05
  return {
    reach,
    place: (points) => Math.min(100, Math.max(0, 50 + (points / reach) * 50)),
  }
}
