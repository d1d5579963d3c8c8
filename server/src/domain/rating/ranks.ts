export interface Interval {
  lower: number
  upper: number
}

/** First and last rank that a model's interval allows, counting from 1. */
export type RankRange = [best: number, worst: number]

/**
 * Rank range of each interval: one place behind all that lie wholly above it, and one place ahead of
 * all that lie wholly below it. The best rank is the one that Chatbot Arena prints (Chiang et al. 2024).
 */
export function rankRanges(intervals: readonly Interval[]): RankRange[] {
  const lowers = intervals.map(({ lower }) => lower).sort(ascending)
  const uppers = intervals.map(({ upper }) => upper).sort(ascending)
  return intervals.map(({ lower, upper }) => {
    const surelyAbove = countAbove(lowers, upper)
    const maybeAbove = countAbove(uppers, lower) - (upper > lower ? 1 : 0)
    return [1 + surelyAbove, 1 + maybeAbove]
  })
}

const ascending = (x: number, y: number): number => x - y

/** How many of the sorted values are greater than the limit. */
function countAbove(sorted: readonly number[], limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! > limit) high = middle
    else low = middle + 1
  }
  return sorted.length - low
}
