import { gaugeOf, shifted } from './laplacian.js'
import { lookAt } from './likelihood.js'
import { maximise, strengthSwing } from '../algebra/newton.js'
import type { Pairs } from '../pairs.js'

/**
 * Maximum-likelihood strengths of Bradley and Terry (1952) in logits, mean zero, without any prior.
 * The pairs must tie all models into one strongly connected component, or no finite maximum exists
 * (Ford 1957). `start` (strengths of the board before the last votes) saves steps and moves no result.
 */
export function fitBradleyTerry(
  size: number,
  pairs: Pairs,
  start: Float64Array = new Float64Array(size),
): Float64Array {
  const likelihood = {
    at: (theta: Float64Array) => {
      const { slope, curvature } = lookAt(pairs, theta)
      // The slope sums to zero, so the added constant moves no solution: it only makes the system solvable.
      return { slope, curvature: shifted(curvature, gaugeOf(curvature, size)) }
    },
    swing: strengthSwing,
  }
  return centred(maximise(likelihood, centred(start.map(moderate))))
}

/** Farthest start in logits: beyond, every chance is so near 0 or 1 that the votes hardly pull. */
const FARTHEST_START = 5
const moderate = (theta: number): number =>
  Math.max(-FARTHEST_START, Math.min(FARTHEST_START, theta))

function centred(theta: Float64Array): Float64Array {
  const mean = theta.reduce((sum, value) => sum + value, 0) / theta.length
  return theta.map((value) => value - mean)
}
