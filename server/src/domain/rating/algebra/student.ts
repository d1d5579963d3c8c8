import { normalQuantile } from './normal.js'

/** From so many degrees on the expansion about the normal quantile is right to six digits. */
const MANY = 1000

/** P(T ≤ x) of Student's t with whole degrees of freedom: the finite series of Abramowitz and Stegun, 26.7.3 and 26.7.4. */
export function studentBelow(x: number, degrees: number): number {
  const angle = Math.atan(x / Math.sqrt(degrees))
  const odd = degrees % 2 === 1
  const square = Math.cos(angle) ** 2
  let sum = 0
  let term = odd ? Math.cos(angle) : 1
  for (let power = odd ? 1 : 0; power <= degrees - 2; power += 2) {
    sum += term
    term *= ((power + 1) / (power + 2)) * square
  }
  const within = Math.sin(angle) * sum
  return 0.5 + (odd ? (angle + within) / Math.PI : within / 2)
}

/** The x with P(T ≤ x) = share, for shares from one half on: by halving, and for many degrees by their 26.7.5. */
export function studentQuantile(share: number, degrees: number): number {
  if (degrees > MANY) {
    const z = normalQuantile(share)
    return z + (z ** 3 + z) / (4 * degrees)
  }
  let low = 0
  let high = 1
  while (studentBelow(high, degrees) < share) high *= 2
  while (high - low > 1e-12 * high) {
    const middle = (low + high) / 2
    if (studentBelow(middle, degrees) < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}
