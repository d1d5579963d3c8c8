import type { Pairs } from './pairs.js'
import { winChance } from './scale.js'

/**
 * Average win rate of each model by position: the mean over the opponents with whom it has a decided
 * vote of wins / (wins + losses), so that an opponent met often counts no more than one met seldom (the
 * "uniform sampling, no ties" of Chatbot Arena). Null where there is no decided vote.
 */
export function averageWinRates(size: number, { a, b, tally }: Pairs): (number | null)[] {
  const sums = new Float64Array(size)
  const opponents = new Float64Array(size)
  for (let k = 0; k < a.length; k += 1) {
    const decided = tally.a[k]! + tally.b[k]!
    if (decided === 0) continue
    sums[a[k]!]! += tally.a[k]! / decided
    sums[b[k]!]! += tally.b[k]! / decided
    opponents[a[k]!]! += 1
    opponents[b[k]!]! += 1
  }
  return Array.from(sums, (sum, i) => (opponents[i]! > 0 ? sum / opponents[i]! : null))
}

/** Mean chance of each model against every other one, from their strengths; null where there is no other. */
export function predictedWinRates(theta: Float64Array): (number | null)[] {
  return Array.from(theta, (mine, i) => {
    if (theta.length < 2) return null
    const sum = theta.reduce(
      (total, other, j) => total + (j === i ? 0 : winChance(mine - other)),
      0,
    )
    return sum / (theta.length - 1)
  })
}
