import { factor, type Cholesky } from './algebra/cholesky.js'
import { block } from './algebra/matrix.js'
import { normalQuantile } from './algebra/normal.js'
import { SeededRandom } from './algebra/seeded-random.js'
import { gaugeOf } from './fit/laplacian.js'

/** Chance with which an interval, or all of them at once, hold. */
export const LEVEL = 0.95
const DRAWS = 10_000
const SEED = 1

/**
 * How many standard errors wide intervals must be so that with 95 % chance all of them hold at once: the
 * quantile of max |x_i| / σ_i over draws x ~ N(0, covariance) (max-t; Hothorn, Bretz and Westfall 2008).
 * The draws are seeded: the same covariance has the same value. Where it cannot be drawn from, Bonferroni's.
 * @param unordered covariance of strengths with mean zero, row by row
 */
export function simultaneousCritical(unordered: Float64Array, size: number): number {
  const covariance = byVariance(unordered, size)
  const root = rootOf(covariance, size)
  if (!root) return bonferroni(size)
  const random = new SeededRandom(SEED)
  const deviations = Array.from({ length: size }, (_, i) => Math.sqrt(covariance[i * size + i]!))
  const largest = Float64Array.from({ length: DRAWS }, () => {
    const x = draw(root, random)
    const mean = x.reduce((sum, value) => sum + value, 0) / size
    return x.reduce((most, value, i) => Math.max(most, Math.abs(value - mean) / deviations[i]!), 0)
  })
  return largest.sort()[Math.ceil(LEVEL * DRAWS) - 1]!
}

/** The draws depend on the order of the models, which must not depend on their names. */
function byVariance(covariance: Float64Array, size: number): Float64Array {
  const variance = (i: number): number => covariance[i * size + i]!
  const order = Array.from({ length: size }, (_, i) => i)
  return block(
    covariance,
    size,
    order.sort((i, j) => variance(i) - variance(j)),
  )
}

/** The critical value that is right whatever hangs together: each interval may fail 1 / size as often. */
export const bonferroni = (size: number): number =>
  normalQuantile(1 - (1 - LEVEL) / (2 * Math.max(1, size)))

/** The gauge that makes the matrix definite moves all strengths of a draw alike, and so leaves with their mean. */
function rootOf(covariance: Float64Array, size: number): Cholesky | undefined {
  const gauge = gaugeOf(covariance, size)
  try {
    return size > 1
      ? factor(
          covariance.map((cell) => cell + gauge),
          size,
        )
      : undefined
  } catch {
    return undefined
  }
}

/** L z with z standard normal. */
function draw({ size, lower }: Cholesky, random: SeededRandom): Float64Array {
  const z = Float64Array.from({ length: size }, () => random.normal())
  const x = new Float64Array(size)
  for (let i = 0; i < size; i += 1) {
    let sum = 0
    for (let j = 0; j <= i; j += 1) sum += lower[i * size + j]! * z[j]!
    x[i] = sum
  }
  return x
}
