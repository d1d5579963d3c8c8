import { factor, invert } from '../algebra/cholesky.js'
import { clusterNoise, type Cluster } from './clusters.js'
import type { Estimate } from './estimate.js'
import { lookAt, scoreNoise } from './likelihood.js'
import { block } from '../algebra/matrix.js'
import { maximise, strengthSwing, type Look } from '../algebra/newton.js'
import { chosenPairs, type Pairs } from '../pairs.js'
import { sandwich } from './sandwich.js'
import { winChance } from '../scale.js'

/** Virtual battles of each model against one of mean strength, half won and half lost. */
const PRIOR_BATTLES = 0.5

/**
 * Estimates of the models at `free`, in their order, while all others keep their strength in `known`:
 * the peak of the likelihood times a weak prior, which is finite even for one vote or for wins only.
 * Their error is the larger of sandwich and model-based, since the former needs more votes than they have; with
 * `clusters` the largest of these and of the one that allows for them.
 */
export function estimateProvisional(
  pairs: Pairs,
  known: Float64Array,
  free: readonly number[],
  clusters?: readonly Cluster[],
): Estimate[] {
  if (free.length === 0) return []
  const size = known.length
  const concerned = new Set(free)
  const seen = chosenPairs(pairs, (a, b) => concerned.has(a) || concerned.has(b))
  const whole = (x: Float64Array): Float64Array => {
    const theta = Float64Array.from(known)
    for (const [i, model] of free.entries()) theta[model] = x[i]!
    return theta
  }
  const at = (x: Float64Array): Look => {
    const { slope, curvature } = lookAt(seen, whole(x))
    return {
      slope: x.map((theta, i) => slope[free[i]!]! + PRIOR_BATTLES * (0.5 - winChance(theta))),
      curvature: withPriorCurvature(block(curvature, size, free), x),
    }
  }

  const peak = maximise({ at, swing: strengthSwing }, new Float64Array(free.length))
  const modelBased = invert(factor(at(peak).curvature, free.length))
  const about = clusters
    ?.map((cluster) => cluster.filter(({ a, b }) => concerned.has(a) || concerned.has(b)))
    .filter((cluster) => cluster.length > 0)
  const errorsBy = (noise: Float64Array): Float64Array =>
    sandwich(modelBased, block(noise, size, free), free.length)
  const robust = errorsBy(scoreNoise(seen, whole(peak)))
  const between = about && clusterNoise(about, whole(peak), () => 1)
  const clustered = between && errorsBy(between)
  return free.map((_, i) => {
    const diagonal = i * free.length + i
    return {
      theta: peak[i]!,
      error: Math.sqrt(
        Math.max(robust[diagonal]!, modelBased[diagonal]!, clustered?.[diagonal] ?? 0),
      ),
    }
  })
}

function withPriorCurvature(matrix: Float64Array, x: Float64Array): Float64Array {
  for (const [i, theta] of x.entries()) {
    matrix[i * x.length + i]! += PRIOR_BATTLES * winChance(theta) * winChance(-theta)
  }
  return matrix
}
