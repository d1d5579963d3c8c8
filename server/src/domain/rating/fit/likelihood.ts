import type { Pair } from '../pair-counts.js'
import { winChances } from '../scale.js'
import { laplacian } from './laplacian.js'

// Bradley and Terry (1952): model a beats b with probability p = 1 / (1 + e^-(θ_a − θ_b)). The outcome y
// of a battle is the mean of its votes, a tie and both bad being half a win for each, so the
// log-likelihood is Σ w (s ln p + (n − s) ln(1 − p)) over the pairs, with n battles, s = Σ y and weight w.

/**
 * Slope of the log-likelihood: points won less points expected, Σ w (s − n p), for each model. It is
 * added up as s (1 − p) − (n − s) p, so that nearly certain wins leave no rounding behind.
 */
export function score(pairs: readonly Pair[], theta: Float64Array): Float64Array {
  const slope = new Float64Array(theta.length)
  for (const { a, b, battles, points, weight } of pairs) {
    const [p, q] = winChances(theta[a]! - theta[b]!)
    const surprise = weight * (points * q - (battles - points) * p)
    slope[a]! += surprise
    slope[b]! -= surprise
  }
  return slope
}

/** Minus the curvature of the log-likelihood: the Laplacian of w n p (1 − p). */
export function information(pairs: readonly Pair[], theta: Float64Array): Float64Array {
  return laplacian(theta.length, pairs, ({ a, b, battles, weight }) => {
    const [p, q] = winChances(theta[a]! - theta[b]!)
    return weight * battles * p * q
  })
}

/** Noise of the score as the model expects it, the Laplacian of w² n p (1 − p): where w is 1, the information. */
export function modelNoise(pairs: readonly Pair[], theta: Float64Array): Float64Array {
  return laplacian(theta.length, pairs, ({ a, b, battles, weight }) => {
    const [p, q] = winChances(theta[a]! - theta[b]!)
    return weight ** 2 * battles * p * q
  })
}

/**
 * Observed noise of the score: the Laplacian of w² Σ (y − p)² over the battles of each pair. With
 * q = 1 − p that sum is Σ y² q² + Σ (1 − y)² p² − 2 p q Σ y (1 − y), of which no part is a small rest of
 * large ones where p is nearly 0 or 1.
 */
export function scoreNoise(pairs: readonly Pair[], theta: Float64Array): Float64Array {
  return laplacian(theta.length, pairs, ({ a, b, battles, points, squares, weight }) => {
    const [p, q] = winChances(theta[a]! - theta[b]!)
    const lost = battles - 2 * points + squares
    const mixed = points - squares
    return weight ** 2 * Math.max(0, squares * q ** 2 + lost * p ** 2 - 2 * p * q * mixed)
  })
}
