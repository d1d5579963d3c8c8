import { dotRows, mirrored, place } from './matrix.js'
import { newTile, sumTile, TILE } from './tile.js'

/** A lower triangle L with A = L Lᵀ; the upper half stays zero. */
export interface Cholesky {
  readonly size: number
  readonly lower: Float64Array
}

/**
 * Factors a symmetric, positive definite matrix, of which the lower half is read: tile by tile, each from what
 * lies to its left.
 * @throws RangeError where it is not positive definite
 */
export function factor(matrix: Float64Array, size: number): Cholesky {
  const lower = new Float64Array(size * size)
  const tile = newTile()
  for (let top = 0; top < size; top += TILE) {
    for (let left = 0; left <= top; left += TILE) {
      sumTile(tile, lower, top, lower, left, size, 0, left)
      factorTile(matrix, lower, tile, top, left, size)
    }
  }
  return { size, lower }
}

function factorTile(
  matrix: Float64Array,
  lower: Float64Array,
  tile: Float64Array,
  top: number,
  left: number,
  size: number,
): void {
  for (let row = top; row < Math.min(top + TILE, size); row += 1) {
    for (let column = left; column < Math.min(left + TILE, row + 1); column += 1) {
      let rest = matrix[row * size + column]! - tile[(row - top) * TILE + column - left]!
      for (let k = left; k < column; k += 1) {
        rest -= lower[row * size + k]! * lower[column * size + k]!
      }
      if (column < row) lower[row * size + column] = rest / lower[column * size + column]!
      else if (rest > 0) lower[row * size + row] = Math.sqrt(rest)
      else throw new RangeError('The matrix is not positive definite')
    }
  }
}

/** The x with A x = b: forward through L, then back through Lᵀ. */
export function solve({ size, lower }: Cholesky, b: Float64Array): Float64Array {
  const x = Float64Array.from(b)
  for (let row = 0; row < size; row += 1) {
    x[row] = (x[row]! - dotRows(lower, row, x, 0, size, 0, row)) / lower[row * size + row]!
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    const value = x[row]! / lower[row * size + row]!
    x[row] = value
    for (let k = 0; k < row; k += 1) x[k]! -= lower[row * size + k]! * value
  }
  return x
}

/** A⁻¹ = L⁻ᵀ L⁻¹. */
export function invert({ size, lower }: Cholesky): Float64Array {
  const upper = invertTransposed(lower, size)
  const inverse = new Float64Array(size * size)
  const tile = newTile()
  for (let i = 0; i < size; i += TILE) {
    for (let j = 0; j <= i; j += TILE) {
      sumTile(tile, upper, i, upper, j, size, i, size)
      place(tile, inverse, i, j, size)
    }
  }
  return mirrored(inverse, size)
}

/** L⁻ᵀ: row c solves L x = e_c, which is zero before c. */
function invertTransposed(lower: Float64Array, size: number): Float64Array {
  const upper = new Float64Array(size * size)
  const tile = newTile()
  for (let top = 0; top < size; top += TILE) {
    for (let left = top; left < size; left += TILE) {
      sumTile(tile, upper, top, lower, left, size, top, left)
      solveTile(lower, upper, tile, top, left, size)
    }
  }
  return upper
}

function solveTile(
  lower: Float64Array,
  upper: Float64Array,
  tile: Float64Array,
  top: number,
  left: number,
  size: number,
): void {
  for (let c = top; c < Math.min(top + TILE, size); c += 1) {
    for (let row = Math.max(left, c); row < Math.min(left + TILE, size); row += 1) {
      let rest = (row === c ? 1 : 0) - tile[(c - top) * TILE + row - left]!
      for (let k = left; k < row; k += 1) rest -= lower[row * size + k]! * upper[c * size + k]!
      upper[c * size + row] = rest / lower[row * size + row]!
    }
  }
}
