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
  return evidence(size, pairs).map((of, i) => {
    const at = i * size + i
    const [sandwich, modelBased] = [fit.sandwich[at]!, fit.modelBased[at]!]
    const floor = hidesNoise(of, sandwich, modelBased) ? modelBased : 0
    const variance = Math.max(sandwich, fit.clustered?.[at] ?? 0, floor)
    return { theta: fit.theta[i]!, error: Math.sqrt(variance) }
  })
}

/** What the battles of one model say about their noise. */
interface Evidence {
  battles: number
  /** Σ y (1 − y): zero where every battle was won or lost outright. */
  mixed: number
  /** Σ (y − ½)²: zero where every battle was even. */
  decided: number
}

/** From this ratio of the two errors on, few battles went as expected by chance rather than by rule. */
const FAR_APART = 1.5

/**
 * Whether the sandwich of a model may be far too small, so that the model-based error is its floor. An even battle
 * between equals adds no noise at all: ties alone would give an interval of no width. Nor do few battles that ended
 * as was to be expected: one won against a much weaker model and one lost against a much stronger one tell nearly
 * nothing, and have the noise of nearly nothing. Where battles are few, a floor is thus any that was neither won
 * nor lost outright, or a sandwich that is much smaller than what the model expects.
 */
function hidesNoise(
  { battles, mixed, decided }: Evidence,
  sandwich: number,
  modelBased: number,
): boolean {
  if (decided === 0) return true
  return battles < FEW_BATTLES && (mixed > 0 || modelBased > FAR_APART ** 2 * sandwich)
}

function evidence(size: number, pairs: Pairs): Evidence[] {
  const battles = new Float64Array(size)
  const mixed = new Float64Array(size)
  const decided = new Float64Array(size)
  for (const side of [pairs.a, pairs.b]) {
    for (let k = 0; k < side.length; k += 1) {
      const uneven = pairs.points[k]! - pairs.squares[k]!
      battles[side[k]!]! += pairs.battles[k]!
      mixed[side[k]!]! += uneven
      decided[side[k]!]! += pairs.battles[k]! / 4 - uneven
    }
  }
  return Array.from(battles, (count, i) => ({
    battles: count,
    mixed: mixed[i]!,
    decided: decided[i]!,
  }))
}
