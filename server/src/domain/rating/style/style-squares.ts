import { mirrored } from '../algebra/matrix.js'
import type { Design } from './design.js'

/** Σ w (e_a − e_b, z) and Σ w. */
export interface Sides {
  cross: Float64Array
  total: number
}

/**
 * Σ w (e_a − e_b, z)(e_a − e_b, z)ᵀ over battles that come a stretch of rows at a time: minus the curvature of the
 * log-likelihood for the weights of information, the observed noise of its slope for those of noise.
 */
export class StyleSquares {
  /** Σ w by models on the sides, row by row. */
  private readonly met: Float64Array
  /** Σ w z (e_a − e_b), a table of models for each feature. */
  private readonly byModel: Float64Array[]
  /** Σ w z zᵀ, the lower half. */
  private readonly inner: Float64Array
  /** Σ w z. */
  private readonly sums: Float64Array
  private weighted = new Float64Array()

  constructor(private readonly design: Design) {
    const { models, features } = design
    this.met = new Float64Array(models * models)
    this.byModel = features.map(() => new Float64Array(models))
    this.inner = new Float64Array(features.length ** 2)
    this.sums = new Float64Array(features.length)
  }

  /** Adds the battles from `first` on with a weight each. */
  add(first: number, weights: Float64Array): void {
    const { models, a, b, features } = this.design
    const { met, inner } = this
    for (let i = 0; i < weights.length; i += 1) {
      met[a[first + i]! * models + b[first + i]!]! += weights[i]!
    }
    if (this.weighted.length !== weights.length) this.weighted = new Float64Array(weights.length)
    for (let k = 0; k < features.length; k += 1) {
      this.weigh(k, first, weights)
      for (let l = 0; l <= k; l += 1) {
        inner[k * features.length + l]! += dot(this.weighted, features[l]!, first)
      }
    }
  }

  private weigh(k: number, first: number, weights: Float64Array): void {
    const { a, b, features } = this.design
    const z = features[k]!
    const byModel = this.byModel[k]!
    const { weighted } = this
    let sum = 0
    for (let i = 0; i < weights.length; i += 1) {
      const value = weights[i]! * z[first + i]!
      weighted[i] = value
      sum += value
      byModel[a[first + i]!]! += value
      byModel[b[first + i]!]! -= value
    }
    this.sums[k]! += sum
  }

  /** How an advantage of side a, which every battle has alike, would hang together with all parameters. */
  sides(): Sides {
    const { models } = this.design
    const cross = new Float64Array(models + this.sums.length)
    let total = 0
    for (let i = 0; i < models; i += 1) {
      for (let j = 0; j < models; j += 1) {
        const weight = this.met[i * models + j]!
        cross[i]! += weight
        cross[j]! -= weight
        total += weight
      }
    }
    cross.set(this.sums, models)
    return { cross, total }
  }

  /** Row by row, strengths first. */
  matrix(): Float64Array {
    const { models, features } = this.design
    const size = models + features.length
    const matrix = new Float64Array(size * size)
    for (let i = 0; i < models; i += 1) {
      for (let j = 0; j < i; j += 1) {
        const weight = this.met[i * models + j]! + this.met[j * models + i]!
        matrix[i * (size + 1)]! += weight
        matrix[j * (size + 1)]! += weight
        matrix[i * size + j] = -weight
      }
    }
    for (let k = 0; k < features.length; k += 1) {
      matrix.set(this.byModel[k]!, (models + k) * size)
      for (let l = 0; l <= k; l += 1) {
        matrix[(models + k) * size + models + l] = this.inner[k * features.length + l]!
      }
    }
    return mirrored(matrix, size)
  }
}

/** Σ x z, z from `first` on. Four sums at a time: an addition need not wait for the one before. */
export function dot(x: Float64Array, z: Float64Array, first: number): number {
  let [one, two, three, four] = [0, 0, 0, 0]
  let i = 0
  for (; i + 3 < x.length; i += 4) {
    one += x[i]! * z[first + i]!
    two += x[i + 1]! * z[first + i + 1]!
    three += x[i + 2]! * z[first + i + 2]!
    four += x[i + 3]! * z[first + i + 3]!
  }
  for (; i < x.length; i += 1) one += x[i]! * z[first + i]!
  return one + two + three + four
}
