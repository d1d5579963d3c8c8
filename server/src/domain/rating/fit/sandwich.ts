import { factor, invert } from '../algebra/cholesky.js'
import { symmetricProduct, timesSymmetric } from '../algebra/matrix.js'
import type { Pairs } from '../pairs.js'
import { clusterNoise, type Cluster } from './clusters.js'
import { gaugeOf, shifted } from './laplacian.js'
import { lookAt, modelNoise, scoreNoise } from './likelihood.js'

/** Covariances of the same strengths, row by row, in squared logits. */
export interface Covariances {
  /** H⁺ (with weights H⁺ V H⁺, V being the noise that the model expects): right only if every battle is a coin with the model's chance, so too wide where ties are common. */
  modelBased: Float64Array
  /** H⁺ B H⁺: takes the noise from the votes themselves (Huber 1967, White 1982). */
  sandwich: Float64Array
  /** The same with the noise between clusters; absent without clusters, or with one alone. */
  clustered?: Float64Array | undefined
}

/**
 * Covariances of strengths that `fitBradleyTerry` found for these pairs. No ridge is added: one that
 * grows with the number of votes would make intervals too short on large boards. With `clusters`, which
 * must hold the same battles, there is one more in which votes of a cluster need not be independent.
 */
export function covariances(
  pairs: Pairs,
  theta: Float64Array,
  clusters?: readonly Cluster[],
): Covariances {
  const size = theta.length
  const bread = pseudoInverse(lookAt(pairs, theta).curvature, size)
  const between = clusters && clusterNoise(clusters, theta, weightsOf(size, pairs))
  const modelBased = pairs.weight.some((weight) => weight !== 1)
    ? sandwich(bread, modelNoise(pairs, theta), size)
    : bread
  return {
    modelBased,
    sandwich: sandwich(bread, scoreNoise(pairs, theta), size),
    clustered: between && sandwich(bread, between, size),
  }
}

function weightsOf(size: number, pairs: Pairs) {
  const weights = new Float64Array(size * size)
  for (const [k, weight] of pairs.weight.entries()) {
    weights[pairs.a[k]! * size + pairs.b[k]!] = weight
  }
  return (a: number, b: number): number => weights[a * size + b]!
}

/** Bread · filling · bread, both symmetric. */
export function sandwich(bread: Float64Array, filling: Float64Array, size: number): Float64Array {
  return symmetricProduct(timesSymmetric(bread, filling, size), bread, size)
}

/**
 * Moore and Penrose's inverse of a connected Laplacian: the inverse of the matrix with its gauge added,
 * less what the gauge itself contributes to every cell. Of the matrix the lower half is read; it is used up.
 */
export function pseudoInverse(matrix: Float64Array, size: number): Float64Array {
  if (size === 0) return matrix
  const gauge = gaugeOf(matrix, size)
  const inverse = invert(factor(shifted(matrix, gauge), size))
  return shifted(inverse, -1 / (gauge * size * size))
}
