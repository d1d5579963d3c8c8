/** A lower triangle L with A = L Lᵀ, row by row; the upper half stays zero. */
export interface Cholesky {
  readonly size: number
  readonly lower: Float64Array
}

/**
 * Factors a symmetric, positive definite matrix given row by row.
 * @throws RangeError where it is not positive definite
 */
export function factor(matrix: Float64Array, size: number): Cholesky {
  const lower = new Float64Array(size * size)
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row * size + column]!
      for (let k = 0; k < column; k += 1) {
        sum -= lower[row * size + k]! * lower[column * size + k]!
      }
      if (row !== column) lower[row * size + column] = sum / lower[column * size + column]!
      else if (sum > 0) lower[row * size + row] = Math.sqrt(sum)
      else throw new RangeError('The matrix is not positive definite')
    }
  }
  return { size, lower }
}

/** The x with A x = b: forward through L, then back through Lᵀ. */
export function solve({ size, lower }: Cholesky, b: Float64Array): Float64Array {
  const x = Float64Array.from(b)
  for (let row = 0; row < size; row += 1) {
    for (let k = 0; k < row; k += 1) x[row]! -= lower[row * size + k]! * x[k]!
    x[row]! /= lower[row * size + row]!
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    x[row]! /= lower[row * size + row]!
    for (let k = 0; k < row; k += 1) x[k]! -= lower[row * size + k]! * x[row]!
  }
  return x
}

/** A⁻¹ row by row, one solved unit vector at a time. */
export function invert(cholesky: Cholesky): Float64Array {
  const { size } = cholesky
  const inverse = new Float64Array(size * size)
  for (let column = 0; column < size; column += 1) {
    const unit = new Float64Array(size)
    unit[column] = 1
    inverse.set(solve(cholesky, unit), column * size)
  }
  return inverse
}
