import { fitBradleyTerry } from './bradley-terry.js'
import type { Pair } from './pair-counts.js'
import { resultsOf, type Results } from './results.js'
import { covariances } from './sandwich.js'

/** Strength and standard error of one model, in logits. */
export interface Estimate {
  theta: number
  error: number
}

/** Below this many votes of a model, the votes alone are too few to tell their own noise. */
export const FEW_VOTES = 30

/** Maximum-likelihood estimates, by position, of a strongly connected set of models. */
export function estimateConnected(
  size: number,
  pairs: readonly Pair[],
  start?: Float64Array,
): Estimate[] {
  const theta = fitBradleyTerry(size, pairs, start)
  const { modelBased, sandwich } = covariances(pairs, theta)
  return resultsOf(size, pairs).map((results, i) => {
    const variance = sandwich[i * size + i]!
    const floor = hidesItsNoise(results) ? modelBased[i * size + i]! : 0
    return { theta: theta[i]!, error: Math.sqrt(Math.max(variance, floor)) }
  })
}

/**
 * Whether the sandwich may be far too small: a tie between equals adds no noise at all, so ties alone
 * would give an interval of no width. With few votes and any tie, or no decided vote, the model-based
 * error is the floor.
 */
function hidesItsNoise({ votes, ties }: Results): boolean {
  return ties === votes || (ties > 0 && votes < FEW_VOTES)
}
