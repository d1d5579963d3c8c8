/**
 * Σ weight · (e_a − e_b)(e_a − e_b)ᵀ over the pairs, row by row: how information and noise that pairs
 * bring in add up. Each row sums to zero, because only differences of ratings are observed.
 */
export function laplacian<P extends { readonly a: number; readonly b: number }>(
  size: number,
  pairs: readonly P[],
  weight: (pair: P) => number,
): Float64Array {
  const matrix = new Float64Array(size * size)
  for (const pair of pairs) {
    const { a, b } = pair
    const w = weight(pair)
    matrix[a * size + a]! += w
    matrix[b * size + b]! += w
    matrix[a * size + b]! -= w
    matrix[b * size + a]! -= w
  }
  return matrix
}

/**
 * The weight that fixes the free constant when it is added to every cell of a Laplacian: its trace
 * spread over all cells, so that the matrix becomes invertible and stays well scaled.
 */
export function gaugeOf(matrix: Float64Array, size: number): number {
  let trace = 0
  for (let i = 0; i < size; i += 1) trace += matrix[i * size + i]!
  return trace / (size * size)
}
