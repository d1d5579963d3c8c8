import { factor, solve } from './cholesky.js'

/** A function with one peak, and what Newton's method asks of it. */
export interface Concave {
  value(x: Float64Array): number
  slope(x: Float64Array): Float64Array
  /** Minus the matrix of second derivatives, positive definite, row by row. */
  curvature(x: Float64Array): Float64Array
}

/** A step this small (logits) leaves an error of its square, far below the last printed digit. */
const SMALL_STEP = 1e-9
const MOST_STEPS = 200
const MOST_HALVINGS = 40

/** The peak of a concave function by Newton's method; a step that would descend is halved. */
export function maximise(f: Concave, start: Float64Array): Float64Array {
  let x = start
  for (let count = 0; count < MOST_STEPS; count += 1) {
    const step = solve(factor(f.curvature(x), x.length), f.slope(x))
    const next = ascend(f, x, step)
    if (next === x) return x
    x = next
    if (step.every((part) => Math.abs(part) < SMALL_STEP)) return x
  }
  return x
}

/** The point after the step, or after as much of it as does not descend; `x` itself at the peak. */
function ascend(f: Concave, x: Float64Array, step: Float64Array): Float64Array {
  const here = f.value(x)
  // At the peak the values differ by rounding alone, which must not stop the last, smallest step.
  const floor = here - 1e-12 * Math.abs(here)
  for (let halving = 0, share = 1; halving < MOST_HALVINGS; halving += 1, share /= 2) {
    const next = x.map((value, i) => value + share * step[i]!)
    if (f.value(next) >= floor) return next
  }
  return x
}
