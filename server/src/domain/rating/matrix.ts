/** A · B for two square matrices given row by row. */
export function multiply(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size)
  for (let row = 0; row < size; row += 1) {
    for (let k = 0; k < size; k += 1) {
      const factor = a[row * size + k]!
      if (factor === 0) continue
      for (let column = 0; column < size; column += 1) {
        product[row * size + column]! += factor * b[k * size + column]!
      }
    }
  }
  return product
}

/** The rows and columns of these members only, in their order. */
export function block(
  matrix: Float64Array,
  size: number,
  members: readonly number[],
): Float64Array {
  const part = new Float64Array(members.length * members.length)
  for (const [row, i] of members.entries()) {
    for (const [column, j] of members.entries()) {
      part[row * members.length + column] = matrix[i * size + j]!
    }
  }
  return part
}
