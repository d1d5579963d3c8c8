import { gaugeOf } from './laplacian.js'
import { information, score } from './likelihood.js'
import { maximise, strengthSwing } from '../algebra/newton.js'
import type { Pair } from '../pair-counts.js'

/**
 * Maximum-likelihood strengths of Bradley and Terry (1952) in logits, mean zero, without any prior.
 * The pairs must tie all models into one strongly connected component, or no finite maximum exists
 * (Ford 1957). `start` (strengths of the board before the last votes) saves steps and moves no result.
 */
export function fitBradleyTerry(
  size: number,
  pairs: readonly Pair[],
  start: Float64Array = new Float64Array(size),
): Float64Array {
  const likelihood = {
    slope: (theta: Float64Array) => score(pairs, theta),
    curvature: (theta: Float64Array) => withGauge(information(pairs, theta), size),
    swing: strengthSwing,
  }
  return centred(maximise(likelihood, centred(start.map(moderate))))
}

/** Farthest start in logits: beyond, every chance is so near 0 or 1 that the votes hardly pull. */
const FARTHEST_START = 5
const moderate = (theta: number): number =>
  Math.max(-FARTHEST_START, Math.min(FARTHEST_START, theta))

/** The slope sums to zero, so the added constant moves no solution: it only makes the system solvable. */
function withGauge(matrix: Float64Array, size: number): Float64Array {
  const gauge = gaugeOf(matrix, size)
  return matrix.map((cell) => cell + gauge)
}

function centred(theta: Float64Array): Float64Array {
  const mean = theta.reduce((sum, value) => sum + value, 0) / theta.length
  return theta.map((value) => value - mean)
}
