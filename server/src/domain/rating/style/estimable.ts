import { dotRows } from '../algebra/matrix.js'
import type { Sides } from './style-squares.js'

/** A coefficient of which less is known, in inverse squared logits, could be anything: its error is above thirty logits. */
const LEAST_INFORMATION = 1e-3
/** Less than this share of an advantage of side a is left only by rounding where strengths explain all of it. */
const ROUNDING = 1e-11

/**
 * Whether the battles tell the coefficient of each feature from the strengths and from the others. They do not
 * where one model alone makes lists, and as many in every answer: such votes may be for the model or for its
 * lists. Sides that were not drawn quite evenly would still give it a number, by the advantage that a side seems
 * to have; so an advantage of side a counts as a parameter too. What is known of β_k when all others are fitted
 * along is 1 / (M⁻¹)_kk, M⁻¹ enlarged by that parameter as a bordered matrix (Banachiewicz 1937).
 * @param bread inverse of the information on all parameters, row by row, strengths first
 */
export function estimable(bread: Float64Array, models: number, { cross, total }: Sides): boolean[] {
  const size = cross.length
  const solved = cross.map((_, i) => dotRows(bread, i, cross, 0, size, 0, size))
  const left = total - dotRows(cross, 0, solved, 0, size, 0, size)
  const rest = Math.max(left, ROUNDING * total)
  return Array.from({ length: size - models }, (_, k) => {
    const i = models + k
    const variance = bread[i * (size + 1)]! + solved[i]! ** 2 / rest
    return variance * LEAST_INFORMATION < 1
  })
}
