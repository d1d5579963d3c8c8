import { laplacian } from './laplacian.js'
import { battlesOf, pointsOf, type Pair } from './pair-counts.js'
import { winChance } from './scale.js'

// Bradley and Terry (1952): model a beats b with probability 1 / (1 + e^-(θ_a − θ_b)). A tie and both
// bad are half a win for each, so the log-likelihood is Σ s ln p + (n − s) ln(1 − p) over the pairs, with
// n battles and s points of the first model.

// The chance of the second model is never taken as 1 − p: that is zero long before the chance is.

/**
 * Slope of the log-likelihood: points won less points expected, Σ (s − n p), for each model. It is
 * added up as s (1 − p) − (n − s) p, so that nearly certain wins leave no rounding behind.
 */
export function score(pairs: readonly Pair[], theta: Float64Array): Float64Array {
  const slope = new Float64Array(theta.length)
  for (const pair of pairs) {
    const lead = theta[pair.a]! - theta[pair.b]!
    const points = pointsOf(pair)
    const lost = battlesOf(pair) - points
    const surprise = points * winChance(-lead) - lost * winChance(lead)
    slope[pair.a]! += surprise
    slope[pair.b]! -= surprise
  }
  return slope
}

/** Minus the curvature of the log-likelihood: the Laplacian of n p (1 − p). */
export function information(pairs: readonly Pair[], theta: Float64Array): Float64Array {
  return laplacian(theta.length, pairs, (pair) => {
    const lead = theta[pair.a]! - theta[pair.b]!
    return battlesOf(pair) * winChance(lead) * winChance(-lead)
  })
}

/** Observed noise of the score: the Laplacian of Σ (y − p)² over the battles of each pair. */
export function scoreNoise(pairs: readonly Pair[], theta: Float64Array): Float64Array {
  return laplacian(theta.length, pairs, ({ a, b, tally }) => {
    const p = winChance(theta[a]! - theta[b]!)
    const q = winChance(theta[b]! - theta[a]!)
    const halves = tally.tie + tally.both_bad
    return tally.a * q ** 2 + tally.b * p ** 2 + halves * (0.5 - p) ** 2
  })
}
