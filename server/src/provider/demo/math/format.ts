import { isInteger, type Rational } from './rational.js'

const PLACES = 6

/** A number in decimals where it ends within six places; rounded to six with `round`. */
function decimal(x: Rational, round: boolean): string | undefined {
  const scale = 10n ** BigInt(PLACES)
  const scaled = x.n * scale
  if (scaled % x.d !== 0n && !round) return undefined
  const sign = scaled < 0n ? '-' : ''
  const whole = ((scaled < 0n ? -scaled : scaled) * 2n + x.d) / (2n * x.d)
  const digits = whole.toString().padStart(PLACES + 1, '0')
  const fraction = digits.slice(-PLACES).replace(/0+$/, '')
  return `${sign}${digits.slice(0, -PLACES)}${fraction ? `.${fraction}` : ''}`
}

/** As short as it is exact: "391", "0.15", "5/6"; a rounded root in six decimals. */
export function number(x: Rational): string {
  if (isInteger(x)) return x.n.toString()
  return decimal(x, Boolean(x.approximate)) ?? `${x.n}/${x.d}`
}

/** The number as an answer: with decimals where `number` is a fraction, "≈" where it is rounded. */
export function answer(x: Rational): string {
  const short = number(x)
  if (x.approximate) return `≈ ${short}`
  return short.includes('/') ? `${short} ≈ ${decimal(x, true)}` : short
}

export function latexNumber(x: Rational): string {
  const short = number(x)
  if (!short.includes('/')) return short
  return `${x.n < 0n ? '-' : ''}\\frac{${x.n < 0n ? -x.n : x.n}}{${x.d}}`
}

export const latexAnswer = (x: Rational): string =>
  number(x).includes('/') ? `${latexNumber(x)} \\approx ${decimal(x, true)}` : latexNumber(x)

export const equals = (x: Rational): string => (x.approximate ? '\\approx' : '=')
