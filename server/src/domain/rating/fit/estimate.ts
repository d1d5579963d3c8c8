import type { Pairs } from '../pairs.js'
import { fitBradleyTerry } from './bradley-terry.js'
import type { Cluster } from './clusters.js'
import { covariances, type Covariances } from './sandwich.js'

/** Strength and standard error of one model, in logits. */
export interface Estimate {
  theta: number
  error: number
}

/** Strengths of models that can all be compared, and how sure they are together. */
export interface ConnectedFit extends Covariances {
  /** Logits by position, mean zero. */
  theta: Float64Array
}

/** Below this many battles of a model, the votes alone are too few to tell their own noise. */
export const FEW_BATTLES = 30

/** Maximum-likelihood fit of a strongly connected set of models. */
export function fitConnected(
  size: number,
  pairs: Pairs,
  start?: Float64Array,
  clusters?: readonly Cluster[],
): ConnectedFit {
  const theta = fitBradleyTerry(size, pairs, start)
  return { theta, ...covariances(pairs, theta, clusters) }
}

/**
 * The estimate of each model of a fit: by sandwich, or by the model where that hides its noise. Clusters can make
 * an error larger and never smaller: where they are few, or few of them met a model, they show too little noise.
 */
export function estimatesOf(fit: ConnectedFit, pairs: Pairs): Estimate[] {
  const size = fit.theta.length
  return hiddenNoise(size, pairs).map((hidden, i) => {
    const at = i * size + i
    const floor = hidden ? fit.modelBased[at]! : 0
    const variance = Math.max(fit.sandwich[at]!, fit.clustered?.[at] ?? 0, floor)
    return { theta: fit.theta[i]!, error: Math.sqrt(variance) }
  })
}

/**
 * Whether the sandwich of each model may be far too small: an even battle between equals adds no noise
 * at all, so ties alone would give an interval of no width. With few battles and any that was neither won
 * nor lost outright, or with even ones only, the model-based error is the floor.
 */
function hiddenNoise(size: number, pairs: Pairs): boolean[] {
  const battles = new Float64Array(size)
  /** Σ y (1 − y): zero where every battle was won or lost outright. */
  const mixed = new Float64Array(size)
  /** Σ (y − ½)²: zero where every battle was even. */
  const decided = new Float64Array(size)
  for (const side of [pairs.a, pairs.b]) {
    for (let k = 0; k < side.length; k += 1) {
      const uneven = pairs.points[k]! - pairs.squares[k]!
      battles[side[k]!]! += pairs.battles[k]!
      mixed[side[k]!]! += uneven
      decided[side[k]!]! += pairs.battles[k]! / 4 - uneven
    }
  }
  return Array.from(
    battles,
    (count, i) => decided[i] === 0 || (mixed[i]! > 0 && count < FEW_BATTLES),
  )
}
