import type { PairFigures } from '#shared/protocol/leaderboard-views'

/** Beyond so many points on either side an interval is cut: nearly nothing is known then. */
const REACH = 800
const LEAST = 50

/** Places points between 0 and 100 on a scale with nought in its middle, wide enough for both intervals. */
export function differenceScale(
  pair: Pick<PairFigures, 'difference' | 'fixed' | 'always'>,
): (points: number) => number {
  const ends = [pair.fixed, pair.always].flatMap((each) => (each ? [each.lower, each.upper] : []))
  const far = Math.max(LEAST, ...[pair.difference ?? 0, ...ends].map(Math.abs))
  const reach = Math.min(REACH, far) * 1.05
  return (points) => Math.min(100, Math.max(0, 50 + (points / reach) * 50))
}
