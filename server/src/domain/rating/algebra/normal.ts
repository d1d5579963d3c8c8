/** Beyond this many deviations the tail is below 1e-15. */
const FARTHEST = 8

const density = (x: number): number => Math.exp(-(x * x) / 2) / Math.sqrt(2 * Math.PI)

/** Φ, the normal distribution, to 1e-15: by the series ½ + φ(x) (x + x³/3 + x⁵/15 + …), Marsaglia (2004). */
export function normalBelow(x: number): number {
  if (Math.abs(x) > FARTHEST) return x > 0 ? 1 : 0
  let sum = x
  let term = x
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
    term *= (x * x) / k
    sum += term
  }
  return 0.5 + density(x) * sum
}

/** The x with Φ(x) = share, by halving. */
export function normalQuantile(share: number): number {
  let low = -FARTHEST
  let high = FARTHEST
  while (high - low > 1e-13) {
    const middle = (low + high) / 2
    if (normalBelow(middle) < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}
