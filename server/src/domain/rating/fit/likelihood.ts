import { mirrored } from '../algebra/matrix.js'
import type { Look } from '../algebra/newton.js'
import type { Pairs } from '../pairs.js'
import { LowerLaplacian } from './laplacian.js'

// Bradley and Terry (1952): model a beats b with probability p = 1 / (1 + e^-(θ_a − θ_b)). The outcome y
// of a battle is the mean of its votes, a tie and both bad being half a win for each, so the
// log-likelihood is Σ w (s ln p + (n − s) ln(1 − p)) over the pairs, with n battles, s = Σ y and weight w.
// With the worth e^θ of each model, p is its share of the worth of the two: no exponential for each pair. A
// strength is never beyond ± 300, steps and starts being bounded, so no worth is zero or infinite.

/**
 * Slope of the log-likelihood and minus its curvature, in one pass. The slope is points won less points
 * expected, Σ w (s − n p), for each model, added up as s (1 − p) − (n − s) p, so that nearly certain wins
 * leave no rounding behind. The curvature is the Laplacian of w n p (1 − p); its lower half is filled.
 */
export function lookAt(pairs: Pairs, theta: Float64Array): Look {
  const { a, b, battles, points, weight } = pairs
  const worth = theta.map(Math.exp)
  const slope = new Float64Array(theta.length)
  const curvature = new LowerLaplacian(theta.length)
  for (let k = 0; k < a.length; k += 1) {
    const i = a[k]!
    const j = b[k]!
    const share = 1 / (worth[i]! + worth[j]!)
    const p = worth[i]! * share
    const q = worth[j]! * share
    const n = battles[k]!
    const surprise = weight[k]! * (points[k]! * q - (n - points[k]!) * p)
    slope[i]! += surprise
    slope[j]! -= surprise
    curvature.add(i, j, weight[k]! * n * p * q)
  }
  return { slope, curvature: curvature.matrix() }
}

/** Noise of the score as the model expects it, the Laplacian of w² n p (1 − p): where w is 1, the information. */
export function modelNoise(pairs: Pairs, theta: Float64Array): Float64Array {
  const { battles, weight } = pairs
  return noise(pairs, theta, (k, p, q) => weight[k]! ** 2 * battles[k]! * p * q)
}

/**
 * Observed noise of the score: the Laplacian of w² Σ (y − p)² over the battles of each pair. With
 * q = 1 − p that sum is Σ y² q² + Σ (1 − y)² p² − 2 p q Σ y (1 − y), of which no part is a small rest of
 * large ones where p is nearly 0 or 1.
 */
export function scoreNoise(pairs: Pairs, theta: Float64Array): Float64Array {
  const { battles, points, squares, weight } = pairs
  return noise(pairs, theta, (k, p, q) => {
    const lost = battles[k]! - 2 * points[k]! + squares[k]!
    const mixed = points[k]! - squares[k]!
    return weight[k]! ** 2 * Math.max(0, squares[k]! * q * q + lost * p * p - 2 * p * q * mixed)
  })
}

function noise(
  { a, b }: Pairs,
  theta: Float64Array,
  of: (pair: number, p: number, q: number) => number,
): Float64Array {
  const worth = theta.map(Math.exp)
  const sums = new LowerLaplacian(theta.length)
  for (let k = 0; k < a.length; k += 1) {
    const i = a[k]!
    const j = b[k]!
    const share = 1 / (worth[i]! + worth[j]!)
    sums.add(i, j, of(k, worth[i]! * share, worth[j]! * share))
  }
  return mirrored(sums.matrix(), theta.length)
}
