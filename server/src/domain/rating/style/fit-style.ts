import { invert } from '../algebra/cholesky.js'
import { block } from '../algebra/matrix.js'
import { MOST_STEPS, stepFrom, stepWith, strengthSwing, type Look } from '../algebra/newton.js'
import type { ConnectedFit } from '../fit/estimate.js'
import { shifted } from '../fit/laplacian.js'
import { sandwich } from '../fit/sandwich.js'
import { sampleOf, type Design } from './design.js'
import { estimable } from './estimable.js'
import { styleLook, styleSlope, type StyleLook } from './style-likelihood.js'

/** Pull of the coefficients to where they start, so weak that it moves no printed digit: it only keeps them finite. */
const RIDGE = 1e-6

/** From so many rows on, every sixteenth leads most of the way, at a sixteenth of the work. */
const MANY_ROWS = 100_000
const STRIDE = 16
/** In a sample some models may be too rare to be told from the others: all parameters are held a little. */
const HOLD = 1
/** A sample is not worth steps that are smaller than this. */
const SAMPLE_SWING = 0.1

/** After a step with so small a swing the curvature is still good enough for another one, which needs no more than a slope. */
const CHORD_SWING = 0.1
/** After a step with so small a swing the next look is likely the last, and should tell the noise too. */
const CLOSE_SWING = 1e-2
/** So near the peak a look tells errors to the last printed digit; its own step leaves about the square of this. */
const SMALL_SWING = 3e-6

export interface StyleFit extends ConnectedFit {
  /** Coefficient of each feature, for a difference of one deviation, in logits. */
  beta: Float64Array
  /** Their standard errors, by sandwich. */
  betaErrors: Float64Array
  /** Whether the battles tell it from the strengths and from the others; if not, it is no finding. */
  estimable: boolean[]
}

/**
 * Strengths and coefficients together by Newton's method, and the covariance of all by one sandwich.
 * @param plain strengths at the peak without style control, in logits, from which it is not far
 */
export function fitStyle(design: Design, plain: Float64Array): StyleFit {
  const { models, outcome, features } = design
  const size = models + features.length
  const start = Float64Array.from({ length: size }, (_, i) => plain[i] ?? 0)
  const near = outcome.length < MANY_ROWS ? start : nearPeak(design, start)
  const { x, factored, noise, sides } = peakFrom(design, near, start)
  const bread = invert(factored)
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
    estimable: estimable(bread, models, sides),
  }
}

/** The peak of the likelihood, and the information and noise of the last look at it. */
function peakFrom(design: Design, near: Float64Array, start: Float64Array) {
  const swingOf = swingIn(design)
  let x = near
  let swing = Infinity
  for (let count = 0; ; count += 1) {
    const isLast = count >= MOST_STEPS
    const { noise, ...look } = styleLook(design, x, swing < CLOSE_SWING || isLast)
    let step = stepFrom(held(look, design, x, start, 0), x, swingOf)
    if (noise && (step.swing < SMALL_SWING || isLast)) return { ...step, noise, sides: look.sides }
    if (step.swing < CHORD_SWING) {
      const slope = pulled(styleSlope(design, step.x), design.models, step.x, start, 0)
      step = stepWith(step.factored, slope, step.x, swingOf)
    }
    x = step.x
    swing = step.swing
  }
}

/**
 * A place near the peak from a sample of the battles. The slope that strengths have in the sample at the start
 * is taken off: there all battles have none, without style, so it is mere chance of the sample, and without it
 * the strengths move only as far as style moves them.
 */
function nearPeak(design: Design, start: Float64Array): Float64Array {
  const sample = sampleOf(design, STRIDE)
  const swingOf = swingIn(sample)
  let chance: Float64Array | undefined
  let step = { x: start, swing: Infinity }
  for (let count = 0; count < MOST_STEPS && step.swing > SAMPLE_SWING; count += 1) {
    const { slope, information } = styleLook(sample, step.x, false)
    chance ??= slope.map((value, i) => (i < design.models ? value : 0))
    const off = chance
    const fair = { slope: slope.map((value, i) => value - off[i]!), information }
    step = stepFrom(held(fair, design, step.x, start, HOLD), step.x, swingOf)
  }
  return step.x
}

/** What is seen at x with the gauge, which makes the matrix invertible, and all pulls to the start. */
function held(
  { slope, information }: Pick<StyleLook, 'slope' | 'information'>,
  { models }: Design,
  x: Float64Array,
  start: Float64Array,
  hold: number,
): Look {
  const size = x.length
  addGauge(information, models, size)
  for (let i = 0; i < size; i += 1) information[i * (size + 1)]! += pullOn(i, models, hold)
  return { slope: pulled(slope, models, x, start, hold), curvature: information }
}

const pullOn = (i: number, models: number, hold: number): number =>
  i < models ? hold : hold + RIDGE

const pulled = (
  slope: Float64Array,
  models: number,
  x: Float64Array,
  start: Float64Array,
  hold: number,
): Float64Array => slope.map((value, i) => value - pullOn(i, models, hold) * (x[i]! - start[i]!))

/** Only differences of strengths count: as in `gaugeOf`, in the block of the strengths. */
function addGauge(matrix: Float64Array, models: number, size: number): void {
  let trace = 0
  for (let i = 0; i < models; i += 1) trace += matrix[i * (size + 1)]!
  const gauge = trace / models ** 2
  for (let i = 0; i < models; i += 1) {
    for (let j = 0; j < models; j += 1) matrix[i * size + j]! += gauge
  }
}

/** What the gauge contributed to every cell alike leaves with the mean. */
function centredBlock(matrix: Float64Array): Float64Array {
  const mean = matrix.reduce((sum, cell) => sum + cell, 0) / matrix.length
  return shifted(matrix, -mean)
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
  return shifted(theta, -mean)
}
