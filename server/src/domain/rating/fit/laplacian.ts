/**
 * Σ w (e_i − e_j)(e_i − e_j)ᵀ over pairs of models: how information and noise that pairs bring in add up.
 * Each row sums to zero, because only differences of ratings are observed.
 */
export class LowerLaplacian {
  private readonly cells: Float64Array
  /** Apart from the table, where they would lie far from each other. */
  private readonly diagonal: Float64Array

  constructor(private readonly size: number) {
    this.cells = new Float64Array(size * size)
    this.diagonal = new Float64Array(size)
  }

  /** Adds the pair of two models, the first being the smaller number. */
  add(i: number, j: number, w: number): void {
    this.diagonal[i]! += w
    this.diagonal[j]! += w
    this.cells[j * this.size + i]! -= w
  }

  /** The matrix row by row; its upper half is zero. Nothing can be added after it. */
  matrix(): Float64Array {
    for (let i = 0; i < this.size; i += 1) this.cells[i * (this.size + 1)] = this.diagonal[i]!
    return this.cells
  }
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

/** Adds a number to every cell, in place. */
export function shifted(matrix: Float64Array, by: number): Float64Array {
  for (let cell = 0; cell < matrix.length; cell += 1) matrix[cell]! += by
  return matrix
}
