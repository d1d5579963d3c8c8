import type { BoardRow } from '#shared/protocol/leaderboard'

export interface IntervalScale {
  min: number
  max: number
  ticks: number[]
}

const STEPS = [10, 20, 50, 100, 200, 500, 1000, 2000]

/** Rating points to each side beyond which an interval no longer widens the scale for all others. */
const REACH = 300

/**
 * One scale for all rows, with a few round marks. The settled rows make it, as soon as there are two of them, and
 * every rating is on it; what an interval has beyond is cut at the edge.
 */
export function intervalScale(rows: readonly BoardRow[]): IntervalScale | null {
  const rated = rows.filter((row) => row.rating !== null)
  if (rated.length === 0) return null
  const settled = rated.filter((row) => !row.provisional)
  const makers = settled.length > 1 ? settled : rated
  const lows = makers.map((row) => Math.max(row.lower ?? row.rating!, row.rating! - REACH))
  const highs = makers.map((row) => Math.min(row.upper ?? row.rating!, row.rating! + REACH))
  const ratings = rated.map((row) => row.rating!)
  const low = Math.min(...lows, ...ratings)
  const high = Math.max(...highs, ...ratings)
  const margin = Math.max(5, (high - low) * 0.05)
  return { min: low - margin, max: high + margin, ticks: ticksOf(low - margin, high + margin) }
}

/** Two to four marks. */
function ticksOf(min: number, max: number): number[] {
  const step = STEPS.find((candidate) => (max - min) / candidate < 4) ?? (max - min) / 3
  const first = Math.ceil(min / step)
  const last = Math.floor(max / step)
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step)
}

/** Where a rating lies on the scale: 0 at its left end, 100 at its right one. */
export function placeOn({ min, max }: IntervalScale, rating: number): number {
  return Math.min(100, Math.max(0, ((rating - min) / (max - min)) * 100))
}
