import { factor, invert } from '../algebra/cholesky.js'
import type { Estimate } from './estimate.js'
import { information, score, scoreNoise } from './likelihood.js'
import { block } from '../algebra/matrix.js'
import { maximise, strengthSwing } from '../algebra/newton.js'
import type { Pair } from '../pair-counts.js'
import { sandwich } from './sandwich.js'
import { winChance } from '../scale.js'

/** Virtual battles of each model against one of mean strength, half won and half lost. */
const PRIOR_BATTLES = 0.5

/**
 * Estimates of the models at `free`, in their order, while all others keep their strength in `known`:
 * the peak of the likelihood times a weak prior, which is finite even for one vote or for wins only.
 * Their error is the larger of sandwich and model-based, since the former needs more votes than they have.
 */
export function estimateProvisional(
  pairs: readonly Pair[],
  known: Float64Array,
  free: readonly number[],
): Estimate[] {
  const size = known.length
  const concerned = new Set(free)
  const seen = pairs.filter(({ a, b }) => concerned.has(a) || concerned.has(b))
  const whole = (x: Float64Array): Float64Array => {
    const theta = Float64Array.from(known)
    for (const [i, model] of free.entries()) theta[model] = x[i]!
    return theta
  }
  const curvature = (x: Float64Array): Float64Array =>
    withPriorCurvature(block(information(seen, whole(x)), size, free), x)

  const peak = maximise(
    {
      slope: (x) => {
        const slope = score(seen, whole(x))
        return x.map((theta, i) => slope[free[i]!]! + PRIOR_BATTLES * (0.5 - winChance(theta)))
      },
      curvature,
      swing: strengthSwing,
    },
    new Float64Array(free.length),
  )

  const modelBased = invert(factor(curvature(peak), free.length))
  const noise = block(scoreNoise(seen, whole(peak)), size, free)
  const robust = sandwich(modelBased, noise, free.length)
  return free.map((_, i) => {
    const diagonal = i * free.length + i
    return {
      theta: peak[i]!,
      error: Math.sqrt(Math.max(robust[diagonal]!, modelBased[diagonal]!)),
    }
  })
}

function withPriorCurvature(matrix: Float64Array, x: Float64Array): Float64Array {
  for (const [i, theta] of x.entries()) {
    matrix[i * x.length + i]! += PRIOR_BATTLES * winChance(theta) * winChance(-theta)
  }
  return matrix
}
