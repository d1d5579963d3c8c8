import { factor, solve } from './cholesky.js'

/** The log-likelihood of logistic chances, as Newton's method sees it: it has one peak. */
export interface Concave {
  slope(x: Float64Array): Float64Array
  /** Minus the matrix of second derivatives, positive definite, row by row. */
  curvature(x: Float64Array): Float64Array
}

/** A step this small (logits) leaves an error of about its square, far below any printed digit. */
const SMALL_STEP = 1e-9
/**
 * Longest move of one strength (logits). The difference of two then moves by δ ≤ 1.5 and the curvature
 * changes at most e^δ-fold, so a step gains no less than 1 − (e^δ − 1 − δ) / δ² > 0 of what its slope
 * promises: every step ascends, from any start, and none has to be tried twice.
 */
const LONGEST_MOVE = 0.75
const MOST_STEPS = 300

/** The peak of a concave function by Newton's method. */
export function maximise(f: Concave, start: Float64Array): Float64Array {
  let x = start
  for (let count = 0; count < MOST_STEPS; count += 1) {
    const step = solve(factor(f.curvature(x), x.length), f.slope(x))
    const longest = step.reduce((most, part) => Math.max(most, Math.abs(part)), 0)
    const share = Math.min(1, LONGEST_MOVE / longest)
    x = x.map((value, i) => value + share * step[i]!)
    if (longest < SMALL_STEP) break
  }
  return x
}
