import { factor, invert } from './cholesky.js'
import { gaugeOf } from './laplacian.js'
import { information, scoreNoise } from './likelihood.js'
import { timesSymmetric } from './matrix.js'
import type { Pair } from './pair-counts.js'

/** Two covariances of the same strengths, row by row, in squared logits. */
export interface Covariances {
  /** H⁺: right only if every battle is a coin with the model's chance, so too wide where ties are common. */
  modelBased: Float64Array
  /** H⁺ B H⁺: takes the noise from the votes themselves (Huber 1967, White 1982). */
  sandwich: Float64Array
}

/**
 * Covariances of strengths that `fitBradleyTerry` found for these pairs. No ridge is added: one that
 * grows with the number of votes would make intervals too short on large boards.
 */
export function covariances(pairs: readonly Pair[], theta: Float64Array): Covariances {
  const size = theta.length
  const bread = pseudoInverse(information(pairs, theta), size)
  return { modelBased: bread, sandwich: sandwich(bread, scoreNoise(pairs, theta), size) }
}

/** Bread · filling · bread, both symmetric. */
export function sandwich(bread: Float64Array, filling: Float64Array, size: number): Float64Array {
  return timesSymmetric(timesSymmetric(bread, filling, size), bread, size)
}

/**
 * Moore and Penrose's inverse of a connected Laplacian: the inverse of the matrix with its gauge added,
 * less what the gauge itself contributes to every cell.
 */
function pseudoInverse(matrix: Float64Array, size: number): Float64Array {
  const gauge = gaugeOf(matrix, size)
  const inverse = invert(
    factor(
      matrix.map((cell) => cell + gauge),
      size,
    ),
  )
  const excess = 1 / (gauge * size * size)
  return inverse.map((cell) => cell - excess)
}
