import { winChance } from '../scale.js'
import type { Design } from './design.js'

// Bradley–Terry with covariates: the logit of a's chance is θ_a − θ_b + Σ β_k z_k over the features of the
// battle, y its outcome. Parameters lie in one array, the strengths θ first, then the coefficients β.

/** Logit of a's chance in each battle. */
function leads({ models, a, b, features }: Design, x: Float64Array): Float64Array {
  const lead = new Float64Array(a.length)
  for (let row = 0; row < lead.length; row += 1) lead[row] = x[a[row]!]! - x[b[row]!]!
  for (const [k, z] of features.entries()) {
    const beta = x[models + k]!
    for (let row = 0; row < lead.length; row += 1) lead[row]! += beta * z[row]!
  }
  return lead
}

/** Chance of a in each battle. */
export function chances(design: Design, x: Float64Array): Float64Array {
  const p = leads(design, x)
  for (let row = 0; row < p.length; row += 1) p[row] = winChance(p[row]!)
  return p
}

/** Σ y ln p + (1 − y) ln(1 − p), which is Σ y lead − ln(1 + e^lead). */
export function styleLogLikelihood(design: Design, x: Float64Array): number {
  const lead = leads(design, x)
  let sum = 0
  for (let row = 0; row < lead.length; row += 1) {
    sum += design.outcome[row]! * lead[row]! - Math.log1p(Math.exp(lead[row]!))
  }
  return sum
}

/** Slope of the log-likelihood: Σ (y − p) (e_a − e_b, z). */
export function styleScore(
  { models, a, b, outcome, features }: Design,
  p: Float64Array,
): Float64Array {
  const slope = new Float64Array(models + features.length)
  const surprise = new Float64Array(p.length)
  for (let row = 0; row < p.length; row += 1) {
    const value = outcome[row]! - p[row]!
    surprise[row] = value
    slope[a[row]!]! += value
    slope[b[row]!]! -= value
  }
  for (const [k, z] of features.entries()) slope[models + k] = dot(surprise, z)
  return slope
}

/** p (1 − p): what a battle tells. */
export function informationWeights(p: Float64Array): Float64Array {
  const weights = new Float64Array(p.length)
  for (let row = 0; row < p.length; row += 1) weights[row] = p[row]! * (1 - p[row]!)
  return weights
}

/** (y − p)²: how it surprised. */
export function noiseWeights(outcome: Float64Array, p: Float64Array): Float64Array {
  const weights = new Float64Array(p.length)
  for (let row = 0; row < p.length; row += 1) weights[row] = (outcome[row]! - p[row]!) ** 2
  return weights
}

/**
 * Σ w (e_a − e_b, z)(e_a − e_b, z)ᵀ over the rows, row by row of the matrix: minus the curvature of the
 * log-likelihood for the weights of information, the observed noise of its slope for those of noise.
 */
export function weightedSquares(
  { models, a, b, features }: Design,
  weights: Float64Array,
): Float64Array {
  const size = models + features.length
  const matrix = new Float64Array(size * size)
  const add = (i: number, j: number, value: number): void => {
    matrix[i * size + j]! += value
    if (i !== j) matrix[j * size + i]! += value
  }

  const met = new Float64Array(models * models)
  for (let row = 0; row < weights.length; row += 1) {
    met[a[row]! * models + b[row]!]! += weights[row]!
  }
  for (let i = 0; i < models; i += 1) {
    for (let j = 0; j < models; j += 1) {
      const weight = met[i * models + j]!
      if (weight === 0) continue
      add(i, i, weight)
      add(j, j, weight)
      add(i, j, -weight)
    }
  }

  const weighted = new Float64Array(weights.length)
  for (const [k, z] of features.entries()) {
    const byModel = new Float64Array(models)
    for (let row = 0; row < weighted.length; row += 1) {
      const value = weights[row]! * z[row]!
      weighted[row] = value
      byModel[a[row]!]! += value
      byModel[b[row]!]! -= value
    }
    for (let i = 0; i < models; i += 1) add(models + k, i, byModel[i]!)
    for (let l = 0; l <= k; l += 1) add(models + k, models + l, dot(weighted, features[l]!))
  }
  return matrix
}

/** Four sums at a time: an addition need not wait for the one before. */
function dot(x: Float64Array, y: Float64Array): number {
  let [first, second, third, fourth] = [0, 0, 0, 0]
  let i = 0
  for (; i + 3 < x.length; i += 4) {
    first += x[i]! * y[i]!
    second += x[i + 1]! * y[i + 1]!
    third += x[i + 2]! * y[i + 2]!
    fourth += x[i + 3]! * y[i + 3]!
  }
  for (; i < x.length; i += 1) first += x[i]! * y[i]!
  return first + second + third + fourth
}
