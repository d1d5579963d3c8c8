import { factor, solve } from './cholesky.js'

/** A function at one place. */
export interface Look {
  slope: Float64Array
  /** Minus the matrix of second derivatives, positive definite, row by row; the lower half is enough. */
  curvature: Float64Array
}

/** The log-likelihood of logistic chances, as Newton's method sees it: it has one peak. */
export interface Concave {
  at(x: Float64Array): Look
  /** The most by which this step moves the logit of any battle. */
  swing(step: Float64Array): number
}

/** The swing of a step that moves strengths alone: those of two models may move apart. */
export const strengthSwing = (step: Float64Array): number =>
  2 * step.reduce((most, part) => Math.max(most, Math.abs(part)), 0)

/** A step with this small a swing leaves an error of about its square, far below any printed digit. */
const SMALL_SWING = 1e-6
/**
 * Longest swing δ of a step. The curvature then changes at most e^δ-fold, so a step gains no less than 1 − (e^δ − 1 − δ) / δ² > 0 of what its slope
 * promises: every step ascends, from any start, and none has to be tried twice.
 */
const LONGEST_SWING = 1.5
const MOST_STEPS = 300

/** The peak of a concave function by Newton's method. */
export function maximise(f: Concave, start: Float64Array): Float64Array {
  let x = start
  for (let count = 0; count < MOST_STEPS; count += 1) {
    const { slope, curvature } = f.at(x)
    const step = solve(factor(curvature, x.length), slope)
    const swing = f.swing(step)
    const share = Math.min(1, LONGEST_SWING / swing)
    x = x.map((value, i) => value + share * step[i]!)
    if (swing < SMALL_SWING) break
  }
  return x
}
