import { dotRows } from './matrix.js'

/** A lower triangle L with A = L Lᵀ; the upper half stays zero. */
export interface Cholesky {
  readonly size: number
  readonly lower: Float64Array
}

/**
 * Factors a symmetric, positive definite matrix.
 * @throws RangeError where it is not positive definite
 */
export function factor(matrix: Float64Array, size: number): Cholesky {
  const lower = new Float64Array(size * size)
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < row; column += 1) {
      const rest =
        matrix[row * size + column]! - dotRows(lower, row, lower, column, size, 0, column)
      lower[row * size + column] = rest / lower[column * size + column]!
    }
    const square = matrix[row * size + row]! - dotRows(lower, row, lower, row, size, 0, row)
    if (!(square > 0)) throw new RangeError('The matrix is not positive definite')
    lower[row * size + row] = Math.sqrt(square)
  }
  return { size, lower }
}

/** The x with A x = b: forward through L, then back through Lᵀ. */
export function solve({ size, lower }: Cholesky, b: Float64Array): Float64Array {
  const x = Float64Array.from(b)
  for (let row = 0; row < size; row += 1) {
    x[row] = (x[row]! - dotRows(lower, row, x, 0, size, 0, row)) / lower[row * size + row]!
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    x[row]! /= lower[row * size + row]!
    for (let k = 0; k < row; k += 1) x[k]! -= lower[row * size + k]! * x[row]!
  }
  return x
}

/** A⁻¹ = L⁻ᵀ L⁻¹. */
export function invert({ size, lower }: Cholesky): Float64Array {
  const upper = invertTransposed(lower, size)
  const inverse = new Float64Array(size * size)
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const cell = dotRows(upper, i, upper, j, size, i, size)
      inverse[i * size + j] = cell
      inverse[j * size + i] = cell
    }
  }
  return inverse
}

/** L⁻ᵀ: row c solves L x = e_c, which is zero before c. */
function invertTransposed(lower: Float64Array, size: number): Float64Array {
  const upper = new Float64Array(size * size)
  for (let c = 0; c < size; c += 1) {
    upper[c * size + c] = 1 / lower[c * size + c]!
    for (let row = c + 1; row < size; row += 1) {
      upper[c * size + row] =
        -dotRows(lower, row, upper, c, size, c, row) / lower[row * size + row]!
    }
  }
  return upper
}
