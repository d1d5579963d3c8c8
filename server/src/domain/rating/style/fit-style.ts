import { factor, invert } from '../algebra/cholesky.js'
import { block } from '../algebra/matrix.js'
import { maximise, strengthSwing } from '../algebra/newton.js'
import type { ConnectedFit } from '../fit/estimate.js'
import { sandwich } from '../fit/sandwich.js'
import { sampleOf, type Design } from './design.js'
import {
  chances,
  informationWeights,
  noiseWeights,
  styleScore,
  weightedSquares,
} from './style-likelihood.js'

/** Pull of the coefficients to where they start, so weak that it moves no printed digit: it only keeps them finite. */
const RIDGE = 1e-6

/** From so many rows on, every sixteenth leads most of the way, at a sixteenth of the work. */
const MANY_ROWS = 100_000
const STRIDE = 16
/** In a sample some models may be too rare to be told from the others: all parameters are held a little. */
const HOLD = 1

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
  const first = Float64Array.from({ length: size }, (_, i) => start[i] ?? 0)
  const near =
    outcome.length < MANY_ROWS ? first : climb(sampleOf(design, STRIDE), first, HOLD).peak
  const { peak, last, information } = climb(design, near, 0)
  // The last step was too small to be seen, so what was found just before it serves for the errors.
  const bread = invert(factor(information, size))
  const noise = weightedSquares(design, noiseWeights(outcome, last))
  const covariance = sandwich(bread, noise, size)
  const strengths = Array.from({ length: models }, (_, i) => i)
  return {
    theta: centred(peak.slice(0, models)),
    modelBased: centredBlock(block(bread, size, strengths)),
    sandwich: block(covariance, size, strengths),
    beta: peak.slice(models),
    betaErrors: Float64Array.from(features, (_, k) =>
      Math.sqrt(covariance[(models + k) * (size + 1)]!),
    ),
  }
}

/**
 * The peak of the likelihood from a start, with the chances and the information of the last look.
 * @param hold pull of the strengths to the start; zero leaves their common constant to a gauge
 */
function climb(design: Design, start: Float64Array, hold: number) {
  const { models } = design
  const size = start.length
  const pull = (i: number): number => (i < models ? hold : hold + RIDGE)
  let last: Float64Array = new Float64Array()
  let information: Float64Array = new Float64Array()
  const peak = maximise(
    {
      at: (x) => {
        last = chances(design, x)
        information = weightedSquares(design, informationWeights(last))
        addGauge(information, models, size)
        for (let i = 0; i < size; i += 1) information[i * (size + 1)]! += pull(i)
        const slope = styleScore(design, last)
        return {
          slope: slope.map((value, i) => value - pull(i) * (x[i]! - start[i]!)),
          curvature: information,
        }
      },
      swing: swingIn(design),
    },
    start,
  )
  return { peak, last, information }
}

/** Makes the matrix invertible, though only differences of strengths count. */
function addGauge(matrix: Float64Array, models: number, size: number): void {
  const gauge = gaugeOf(matrix, models, size)
  for (let i = 0; i < models; i += 1) {
    for (let j = 0; j < models; j += 1) matrix[i * size + j]! += gauge
  }
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
