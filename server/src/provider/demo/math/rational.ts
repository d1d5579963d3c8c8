/** An exact fraction in lowest terms; `d` is positive. `approximate` once a root has been rounded. */
export interface Rational {
  n: bigint
  d: bigint
  approximate?: boolean
}

export class MathError extends Error {}

/** Numbers beyond this many bits are refused: a prompt must not buy minutes of work. */
const BITS = 4096

const abs = (x: bigint) => (x < 0n ? -x : x)
const bits = (x: bigint) => abs(x).toString(2).length
const either = (x: Rational, y: Rational) => x.approximate === true || y.approximate === true

export function rational(n: bigint, d = 1n, approximate = false): Rational {
  if (d === 0n) throw new MathError('division by zero')
  const divisor = gcd(abs(n), abs(d)) * (d < 0n ? -1n : 1n)
  const value: Rational = { n: n / divisor, d: d / divisor }
  if (bits(value.n) > BITS || bits(value.d) > BITS) throw new MathError('number too large')
  return approximate ? { ...value, approximate } : value
}

/** "1.25" as 5/4, exactly. */
export function parseRational(text: string): Rational {
  const [whole = '', decimals = ''] = text.split('.')
  return rational(BigInt(whole + decimals || '0'), 10n ** BigInt(decimals.length))
}

export const ZERO = rational(0n)
export const ONE = rational(1n)

export const add = (x: Rational, y: Rational) =>
  rational(x.n * y.d + y.n * x.d, x.d * y.d, either(x, y))
export const multiply = (x: Rational, y: Rational) => rational(x.n * y.n, x.d * y.d, either(x, y))
export const divide = (x: Rational, y: Rational) => rational(x.n * y.d, x.d * y.n, either(x, y))
export const negate = (x: Rational) => rational(-x.n, x.d, x.approximate)
export const subtract = (x: Rational, y: Rational) => add(x, negate(y))
export const isZero = (x: Rational) => x.n === 0n
export const isNegative = (x: Rational) => x.n < 0n
export const isInteger = (x: Rational) => x.d === 1n

export function power(base: Rational, exponent: Rational): Rational {
  if (!isInteger(exponent)) {
    if (exponent.n === 1n && exponent.d === 2n) return squareRoot(base)
    throw new MathError('only whole exponents and square roots')
  }
  const times = Number(abs(exponent.n))
  if (times * Math.max(bits(base.n), bits(base.d)) > BITS) throw new MathError('number too large')
  const raised = rational(base.n ** BigInt(times), base.d ** BigInt(times), base.approximate)
  return isNegative(exponent) ? divide(ONE, raised) : raised
}

/** The exact root of a perfect square, otherwise twelve decimals of it. */
export function squareRoot(x: Rational): Rational {
  if (isNegative(x)) throw new MathError('root of a negative number')
  const [n, d] = [integerRoot(x.n), integerRoot(x.d)]
  if (n * n === x.n && d * d === x.d) return rational(n, d, x.approximate)
  const scale = 10n ** 12n
  return rational(integerRoot((x.n * scale * scale) / x.d), scale, true)
}

export function factorial(x: Rational): Rational {
  if (!isInteger(x) || isNegative(x) || x.n > 300n) throw new MathError('factorial out of range')
  let product = 1n
  for (let factor = 2n; factor <= x.n; factor += 1n) product *= factor
  return rational(product)
}

/** Newton's method on whole numbers: the largest r with r * r <= x. */
function integerRoot(x: bigint): bigint {
  if (x < 2n) return x
  let root = 1n << BigInt(Math.ceil(bits(x) / 2))
  for (;;) {
    const next = (root + x / root) >> 1n
    if (next >= root) return root
    root = next
  }
}

function gcd(x: bigint, y: bigint): bigint {
  while (y !== 0n) [x, y] = [y, x % y]
  return x === 0n ? 1n : x
}
