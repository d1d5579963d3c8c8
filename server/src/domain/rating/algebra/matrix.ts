import { newTile, sumTile, TILE } from './tile.js'

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
  // Two sums at a time: an addition need not wait for the one before.
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
  const tile = newTile()
  for (let i = 0; i < size; i += TILE) {
    for (let j = 0; j < size; j += TILE) {
      sumTile(tile, a, i, b, j, size, 0, size)
      place(tile, product, i, j, size)
    }
  }
  return product
}

/** A · B for a symmetric B where the product is symmetric too, so that half of it is enough. */
export function symmetricProduct(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size)
  const tile = newTile()
  for (let i = 0; i < size; i += TILE) {
    for (let j = 0; j <= i; j += TILE) {
      sumTile(tile, a, i, b, j, size, 0, size)
      place(tile, product, i, j, size)
    }
  }
  return mirrored(product, size)
}

/** Copies the lower half of a matrix to the upper one, in place. */
export function mirrored(matrix: Float64Array, size: number): Float64Array {
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < i; j += 1) matrix[j * size + i] = matrix[i * size + j]!
  }
  return matrix
}

/** Writes a tile to where it belongs, as far as it lies within the matrix. */
export function place(
  tile: Float64Array,
  matrix: Float64Array,
  i: number,
  j: number,
  size: number,
): void {
  const height = Math.min(TILE, size - i)
  const width = Math.min(TILE, size - j)
  for (let r = 0; r < height; r += 1) {
    for (let s = 0; s < width; s += 1) matrix[(i + r) * size + j + s] = tile[r * TILE + s]!
  }
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
