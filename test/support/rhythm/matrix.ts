/** Lower triangle `l` with `l · lᵀ = matrix`; the matrix must be positive definite. */
export function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length
  const lower = matrix.map(() => new Array<number>(size).fill(0))
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row]![column]!
      for (let k = 0; k < column; k += 1) sum -= lower[row]![k]! * lower[column]![k]!
      lower[row]![column] = row === column ? Math.sqrt(sum) : sum / lower[column]![column]!
    }
  }
  return lower
}

/** |l⁻¹ · vector|², the squared Mahalanobis distance. */
export function squaredDistance(lower: readonly number[][], vector: readonly number[]): number {
  let total = 0
  const solved: number[] = []
  for (let row = 0; row < vector.length; row += 1) {
    let value = vector[row]!
    for (let k = 0; k < row; k += 1) value -= lower[row]![k]! * solved[k]!
    value /= lower[row]![row]!
    solved.push(value)
    total += value * value
  }
  return total
}

export const logDeterminant = (lower: readonly number[][]): number =>
  2 * lower.reduce((sum, row, index) => sum + Math.log(row[index]!), 0)
