import type { SeededRandom } from '#server/domain/rating/algebra/seeded-random'

// The usual way to a board: logistic regression over single battles by a general optimiser (L-BFGS), once for
// the ratings and once more for each of the bootstrap's samples, which give the intervals.

export interface Rows {
  models: number
  a: Int32Array
  b: Int32Array
  y: Float64Array
}

const MEMORY = 10
const MOST_STEPS = 100
const SMALL_SLOPE = 1e-6

/** Minus the mean log-likelihood of these rows, and its slope into `slope`. */
function loss(rows: Rows, picked: Int32Array, x: Float64Array, slope: Float64Array): number {
  slope.fill(0)
  let sum = 0
  for (let k = 0; k < picked.length; k += 1) {
    const row = picked[k]!
    const [a, b, y] = [rows.a[row]!, rows.b[row]!, rows.y[row]!]
    const lead = x[a]! - x[b]!
    const power = Math.exp(lead)
    sum += Math.log1p(power) - y * lead
    const surprise = (power / (1 + power) - y) / picked.length
    slope[a]! += surprise
    slope[b]! -= surprise
  }
  return sum / picked.length
}

const dot = (x: Float64Array, y: Float64Array): number =>
  x.reduce((sum, value, i) => sum + value * y[i]!, 0)

/** Nocedal (1980), with halving until the loss falls enough. */
function minimise(rows: Rows, picked: Int32Array): Float64Array {
  let x = new Float64Array(rows.models)
  let slope = new Float64Array(rows.models)
  let value = loss(rows, picked, x, slope)
  const memory: { s: Float64Array; y: Float64Array; rho: number }[] = []
  for (let count = 0; count < MOST_STEPS; count += 1) {
    if (Math.max(...slope.map(Math.abs)) < SMALL_SLOPE) break
    const direction = slope.map((part) => -part)
    const alphas: number[] = []
    for (const { s, y, rho } of memory.toReversed()) {
      const alpha = rho * dot(s, direction)
      alphas.push(alpha)
      for (let i = 0; i < direction.length; i += 1) direction[i]! -= alpha * y[i]!
    }
    const last = memory.at(-1)
    const scale = last ? 1 / (last.rho * dot(last.y, last.y)) : rows.models
    for (let i = 0; i < direction.length; i += 1) direction[i]! *= scale
    for (const { s, y, rho } of memory) {
      const shift = alphas.pop()! - rho * dot(y, direction)
      for (let i = 0; i < direction.length; i += 1) direction[i]! += shift * s[i]!
    }
    const descent = dot(slope, direction)
    for (let length = 1; length > 1e-8; length /= 2) {
      const next = x.map((part, i) => part + length * direction[i]!)
      const nextSlope = new Float64Array(rows.models)
      const nextValue = loss(rows, picked, next, nextSlope)
      if (nextValue > value + 1e-4 * length * descent) continue
      const s = next.map((part, i) => part - x[i]!)
      const y = nextSlope.map((part, i) => part - slope[i]!)
      const curvature = dot(s, y)
      if (curvature > 0) memory.push({ s, y, rho: 1 / curvature })
      if (memory.length > MEMORY) memory.shift()
      x = next
      slope = nextSlope
      value = nextValue
      break
    }
  }
  return x
}

/** Strengths, and the 2.5 and 97.5 percentiles of each over the bootstrap's samples. */
export function usualWay(rows: Rows, rounds: number, random: SeededRandom) {
  const all = Int32Array.from({ length: rows.a.length }, (_, i) => i)
  const theta = minimise(rows, all)
  const samples = Array.from({ length: rounds }, () =>
    minimise(
      rows,
      all.map(() => Math.floor(random.next() * all.length)),
    ),
  )
  const intervals = Array.from(theta, (_, i) => {
    const sorted = samples.map((sample) => sample[i]!).sort((x, y) => x - y)
    return [sorted[Math.floor(0.025 * rounds)]!, sorted[Math.floor(0.975 * rounds)]!]
  })
  return { theta, intervals }
}
