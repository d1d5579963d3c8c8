import type { Expression } from './expression.js'
import { evaluate } from './evaluate.js'
import { latexNumber, number } from './format.js'
import {
  MathError,
  ONE,
  ZERO,
  add,
  divide,
  isNegative,
  isZero,
  multiply,
  negate,
  type Rational,
} from './rational.js'

/** Coefficients from the constant upwards: `[c, b, a]` is a x² + b x + c. */
export type Polynomial = Rational[]

const DEGREE = 2

const at = (p: Polynomial, power: number): Rational => p[power] ?? ZERO

function trim(p: Polynomial): Polynomial {
  let length = p.length
  while (length > 0 && isZero(at(p, length - 1))) length -= 1
  if (length > DEGREE + 1) throw new MathError('degree above two')
  return p.slice(0, length)
}

const plus = (p: Polynomial, q: Polynomial): Polynomial =>
  trim(Array.from({ length: Math.max(p.length, q.length) }, (_, i) => add(at(p, i), at(q, i))))

export const minus = (p: Polynomial, q: Polynomial): Polynomial => plus(p, q.map(negate))

function times(p: Polynomial, q: Polynomial): Polynomial {
  const product: Polynomial = Array.from({ length: p.length + q.length }, () => ZERO)
  p.forEach((x, i) =>
    q.forEach((y, j) => (product[i + j] = add(at(product, i + j), multiply(x, y)))),
  )
  return trim(product)
}

/** Multiplies an expression out; throws for what is no polynomial of degree two or less. */
export function toPolynomial(expression: Expression): Polynomial {
  switch (expression.kind) {
    case 'number':
      return trim([expression.value])
    case 'variable':
      return [ZERO, ONE]
    case 'wrapped':
      if (expression.wrapper === 'negative') return toPolynomial(expression.inner).map(negate)
      return trim([evaluate(expression)])
    case 'binary': {
      const { operator } = expression
      const left = toPolynomial(expression.left)
      if (operator === '^') return raise(left, evaluate(expression.right))
      const right = toPolynomial(expression.right)
      if (operator === '+') return plus(left, right)
      if (operator === '-') return minus(left, right)
      if (operator === '*') return times(left, right)
      if (right.length > 1) throw new MathError('division by a variable')
      return left.map((x) => divide(x, at(right, 0)))
    }
  }
}

function raise(base: Polynomial, exponent: Rational): Polynomial {
  if (exponent.d !== 1n || exponent.n < 0n || exponent.n > 9n) throw new MathError('no polynomial')
  let product: Polynomial = [ONE]
  for (let i = 0n; i < exponent.n; i += 1n) product = times(product, base)
  return product
}

export function valueAt(p: Polynomial, x: Rational): Rational {
  return p.reduceRight((sum, coefficient) => add(multiply(sum, x), coefficient), ZERO)
}

/** "2x^{2} - 5x + 3". */
export function printPolynomial(p: Polynomial, name: string, latex: boolean): string {
  const show = latex ? latexNumber : number
  const parts = p
    .map((coefficient, power) => ({ coefficient, power }))
    .filter(({ coefficient }) => !isZero(coefficient))
    .reverse()
    .map(({ coefficient, power }, index) => {
      const size = isNegative(coefficient) ? negate(coefficient) : coefficient
      const unit = power === 0 ? '' : power === 1 ? name : latex ? `${name}^{${power}}` : `${name}²`
      const bare = unit && number(size) === '1' ? unit : show(size) + unit
      if (index === 0) return isNegative(coefficient) ? `-${bare}` : bare
      return isNegative(coefficient) ? ` - ${bare}` : ` + ${bare}`
    })
  return parts.join('') || '0'
}
