import type { Learner, Sample } from './learner.js'
import { cholesky, logDeterminant, squaredDistance } from './matrix.js'

/**
 * Gaussian classes. `pooling` 1 is LDA, one covariance for all; 0 is QDA, one for each class; what is
 * between leans the covariance of a class towards that of all (Friedman 1989). `ridge` keeps features
 * that never vary from being divided by.
 */
export function gaussian(pooling: number, ridge = 0.05): Learner {
  return (samples) => {
    const labels = [...new Set(samples.map(({ label }) => label))]
    const classes = labels.map((label) => centred(samples.filter((each) => each.label === label)))
    const pooled = covariance(classes.flatMap(({ rows }) => rows))
    const models = classes.map(({ mean, rows }) => {
      const own = covariance(rows)
      const mixed = own.map((row, i) =>
        row.map(
          (value, j) => (1 - pooling) * value + pooling * pooled[i]![j]! + (i === j ? ridge : 0),
        ),
      )
      const lower = cholesky(mixed)
      return { mean, lower, penalty: logDeterminant(lower) }
    })
    return (features) => {
      const distances = models.map(
        ({ mean, lower, penalty }) =>
          penalty +
          squaredDistance(
            lower,
            features.map((value, index) => value - mean[index]!),
          ),
      )
      return labels[distances.indexOf(Math.min(...distances))]!
    }
  }
}

function centred(samples: readonly Sample[]) {
  const width = samples[0]!.features.length
  const mean = new Array<number>(width).fill(0)
  for (const { features } of samples) {
    features.forEach((value, index) => (mean[index]! += value / samples.length))
  }
  const rows = samples.map(({ features }) => features.map((value, index) => value - mean[index]!))
  return { mean, rows }
}

function covariance(rows: readonly number[][]): number[][] {
  const width = rows[0]!.length
  const matrix = Array.from({ length: width }, () => new Array<number>(width).fill(0))
  for (const row of rows) {
    for (let i = 0; i < width; i += 1) {
      for (let j = 0; j <= i; j += 1) matrix[i]![j]! += (row[i]! * row[j]!) / rows.length
    }
  }
  for (let i = 0; i < width; i += 1) for (let j = 0; j < i; j += 1) matrix[j]![i] = matrix[i]![j]!
  return matrix
}
