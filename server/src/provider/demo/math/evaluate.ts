import type { Expression, Operator, Wrapper } from './expression.js'
import {
  MathError,
  add,
  divide,
  factorial,
  multiply,
  negate,
  power,
  rational,
  squareRoot,
  subtract,
  type Rational,
} from './rational.js'

const BINARY: Record<Operator, (x: Rational, y: Rational) => Rational> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
  '^': power,
}

const WRAPPED: Record<Wrapper, (x: Rational) => Rational> = {
  negative: negate,
  root: squareRoot,
  factorial,
  percent: (x) => divide(x, rational(100n)),
}

/** The value of an expression without variables. */
export function evaluate(expression: Expression): Rational {
  switch (expression.kind) {
    case 'number':
      return expression.value
    case 'variable':
      throw new MathError('a variable has no value')
    case 'wrapped':
      return WRAPPED[expression.wrapper](evaluate(expression.inner))
    case 'binary':
      return BINARY[expression.operator](evaluate(expression.left), evaluate(expression.right))
  }
}

/** The same expression with its innermost operation carried out, or nothing when it is a number. */
export function reduceOnce(expression: Expression): Expression | undefined {
  if (expression.kind === 'number' || expression.kind === 'variable') return undefined
  if (expression.kind === 'wrapped') {
    const inner = reduceOnce(expression.inner)
    return inner ? { ...expression, inner } : { kind: 'number', value: evaluate(expression) }
  }
  const left = reduceOnce(expression.left)
  if (left) return { ...expression, left }
  const right = reduceOnce(expression.right)
  if (right) return { ...expression, right }
  return { kind: 'number', value: evaluate(expression) }
}
