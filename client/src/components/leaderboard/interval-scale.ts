import type { BoardRow } from '#shared/protocol/leaderboard'

export interface IntervalScale {
  min: number
  max: number
  ticks: number[]
}

const STEPS = [10, 20, 50, 100, 200, 500, 1000, 2000]

/** Rating points to each side of a rating beyond which an interval no longer widens the scale for all others. */
const REACH = 400

/** One scale for all rows, with two to four round marks. An interval that goes beyond is cut at the edge. */
export function intervalScale(rows: readonly BoardRow[]): IntervalScale | null {
  const rated = rows.filter((row) => row.rating !== null)
  if (rated.length === 0) return null
  const min = Math.min(...rated.map((row) => Math.max(row.lower ?? 0, row.rating! - REACH)))
  const max = Math.max(...rated.map((row) => Math.min(row.upper ?? 0, row.rating! + REACH)))
  const margin = Math.max(5, (max - min) * 0.04)
  return { min: min - margin, max: max + margin, ticks: ticksOf(min - margin, max + margin) }
}

function ticksOf(min: number, max: number): number[] {
  const step = STEPS.find((candidate) => (max - min) / candidate < 5) ?? (max - min) / 2
  const first = Math.ceil(min / step)
  const last = Math.floor(max / step)
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step)
}

/** Where a rating lies on the scale: 0 at its left end, 100 at its right one. */
export function placeOn({ min, max }: IntervalScale, rating: number): number {
  return Math.min(100, Math.max(0, ((rating - min) / (max - min)) * 100))
}
