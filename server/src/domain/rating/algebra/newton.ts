import { factor, solve, type Cholesky } from './cholesky.js'

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
export const MOST_STEPS = 300

export interface NewtonStep {
  /** Where the step leads. */
  x: Float64Array
  /** That of the whole step, before it was shortened. */
  swing: number
  factored: Cholesky
}

/** One step of Newton's method from x, where the function looks like that. */
export function stepFrom(
  { slope, curvature }: Look,
  x: Float64Array,
  swingOf: Concave['swing'],
): NewtonStep {
  return stepWith(factor(curvature, x.length), slope, x, swingOf)
}

/** The same with a curvature that may be that of a place nearby. */
export function stepWith(
  factored: Cholesky,
  slope: Float64Array,
  x: Float64Array,
  swingOf: Concave['swing'],
): NewtonStep {
  const step = solve(factored, slope)
  const swing = swingOf(step)
  const share = Math.min(1, LONGEST_SWING / swing)
  return { x: x.map((value, i) => value + share * step[i]!), swing, factored }
}

/** The peak of a concave function by Newton's method. */
export function maximise(f: Concave, start: Float64Array): Float64Array {
  let x = start
  for (let count = 0; count < MOST_STEPS; count += 1) {
    const step = stepFrom(f.at(x), x, (change) => f.swing(change))
    x = step.x
    if (step.swing < SMALL_SWING) break
  }
  return x
}
