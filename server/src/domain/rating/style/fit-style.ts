import { factor, invert } from '../algebra/cholesky.js'
import { block } from '../algebra/matrix.js'
import { maximise, strengthSwing } from '../algebra/newton.js'
import type { ConnectedFit } from '../fit/estimate.js'
import { sandwich } from '../fit/sandwich.js'
import type { Design } from './design.js'
import {
  chances,
  informationWeights,
  noiseWeights,
  styleScore,
  weightedSquares,
} from './style-likelihood.js'

/** Pull of the coefficients towards zero, so weak that it moves no printed digit: it only keeps them finite. */
const RIDGE = 1e-6

export interface StyleFit extends ConnectedFit {
  /** Coefficient of each feature, for a difference of one deviation, in logits. */
  beta: Float64Array
  /** Their standard errors, by sandwich. */
  betaErrors: Float64Array
}

/**
 * Strengths and coefficients together by Newton's method, and the covariance of all by one sandwich.
 * @param start strengths without style control, in logits, from which it is not far
 */
export function fitStyle(design: Design, start: Float64Array): StyleFit {
  const { models, outcome, features } = design
  const size = models + features.length
  const chancesAt = lastOf((x) => chances(design, x))
  const information = lastOf((x) => {
    const weights = informationWeights(chancesAt(x))
    return definite(weightedSquares(design, weights), models, size)
  })
  let looked: Float64Array = Float64Array.from({ length: size }, (_, i) => start[i] ?? 0)
  const x = maximise(
    {
      slope: (at) => {
        looked = at
        const slope = styleScore(design, chancesAt(at))
        return slope.map((value, k) => (k < models ? value : value - RIDGE * at[k]!))
      },
      curvature: information,
      swing: swingIn(design),
    },
    looked,
  )

  // The last step was too small to be seen, so what was found just before it serves for the errors.
  const bread = invert(factor(information(looked), size))
  const noise = weightedSquares(design, noiseWeights(outcome, chancesAt(looked)))
  const covariance = sandwich(bread, noise, size)
  const strengths = Array.from({ length: models }, (_, i) => i)
  return {
    theta: centred(x.slice(0, models)),
    modelBased: centredBlock(block(bread, size, strengths)),
    sandwich: block(covariance, size, strengths),
    beta: x.slice(models),
    betaErrors: Float64Array.from(features, (_, k) =>
      Math.sqrt(covariance[(models + k) * (size + 1)]!),
    ),
  }
}

/** Remembers the value at the place that was asked for last. */
function lastOf<T>(f: (x: Float64Array) => T): (x: Float64Array) => T {
  let last: { x: Float64Array; value: T } | undefined
  return (x) => {
    if (last?.x !== x) last = { x, value: f(x) }
    return last.value
  }
}

/** Makes the matrix invertible: a gauge for the strengths, of which only differences count, a ridge for the rest. */
function definite(matrix: Float64Array, models: number, size: number): Float64Array {
  const gauge = gaugeOf(matrix, models, size)
  for (let i = 0; i < models; i += 1) {
    for (let j = 0; j < models; j += 1) matrix[i * size + j]! += gauge
  }
  for (let k = models; k < size; k += 1) matrix[k * (size + 1)]! += RIDGE
  return matrix
}

function gaugeOf(matrix: Float64Array, models: number, size: number): number {
  let trace = 0
  for (let i = 0; i < models; i += 1) trace += matrix[i * (size + 1)]!
  return trace / models ** 2
}

/** What the gauge contributed to every cell alike leaves with the mean. */
function centredBlock(matrix: Float64Array): Float64Array {
  const mean = matrix.reduce((sum, cell) => sum + cell, 0) / matrix.length
  return matrix.map((cell) => cell - mean)
}

function swingIn({ models, farthest }: Design): (step: Float64Array) => number {
  return (step) =>
    farthest.reduce(
      (swing, most, k) => swing + most * Math.abs(step[models + k]!),
      strengthSwing(step.subarray(0, models)),
    )
}

function centred(theta: Float64Array): Float64Array {
  const mean = theta.reduce((sum, value) => sum + value, 0) / theta.length
  return theta.map((value) => value - mean)
}
