import type { Expression, Operator } from './expression.js'
import { latexNumber, number } from './format.js'
import { isNegative, type Rational } from './rational.js'

const RANK: Record<Operator, number> = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 4 }
const ATOM = 5

/** How tightly an expression holds together; a negative number as loosely as a sum. */
function rank(expression: Expression): number {
  switch (expression.kind) {
    case 'binary':
      return RANK[expression.operator]
    case 'wrapped':
      return expression.wrapper === 'negative' ? 1 : ATOM
    case 'number':
      return isNegative(expression.value) ? 1 : number(expression.value).includes('/') ? 2 : ATOM
    case 'variable':
      return ATOM
  }
}

interface Notation {
  number: (value: Rational) => string
  root: (inner: string) => string
  percent: string
  join: (operator: Operator, left: string, right: string) => string
  brackets: [string, string]
  /** A fraction line groups by itself, a slash does not. */
  fractionGroups: boolean
}

function print(expression: Expression, notation: Notation): string {
  const inside = (child: Expression, atLeast: number) => {
    const text = print(child, notation)
    return rank(child) < atLeast ? notation.brackets[0] + text + notation.brackets[1] : text
  }
  switch (expression.kind) {
    case 'number':
      return notation.number(expression.value)
    case 'variable':
      return expression.name
    case 'wrapped':
      if (expression.wrapper === 'negative') return `-${inside(expression.inner, 2)}`
      if (expression.wrapper === 'root') return notation.root(print(expression.inner, notation))
      return (
        inside(expression.inner, ATOM) +
        (expression.wrapper === 'factorial' ? '!' : notation.percent)
      )
    case 'binary': {
      const { operator, left, right } = expression
      const own = RANK[operator]
      if (operator === '/' && notation.fractionGroups)
        return notation.join(operator, print(left, notation), print(right, notation))
      if (operator === '^' && notation.fractionGroups)
        return notation.join(operator, inside(left, ATOM), print(right, notation))
      const tighter = operator === '-' || operator === '/' || operator === '*' ? own + 1 : own
      return notation.join(
        operator,
        inside(left, operator === '^' ? ATOM : own),
        inside(right, Math.max(tighter, 2)),
      )
    }
  }
}

const LATEX_SIGNS: Record<Operator, string> = {
  '+': ' + ',
  '-': ' - ',
  '*': ' \\times ',
  '/': '',
  '^': '',
}
const PLAIN_SIGNS: Record<Operator, string> = {
  '+': ' + ',
  '-': ' - ',
  '*': ' × ',
  '/': ' ÷ ',
  '^': '^',
}
const PYTHON_SIGNS: Record<Operator, string> = {
  ...PLAIN_SIGNS,
  '*': ' * ',
  '/': ' / ',
  '^': ' ** ',
}

/** "2x" needs no sign between. */
const touches = (operator: Operator, right: string) => operator === '*' && /^[a-z]/.test(right)

export const latex = (expression: Expression): string =>
  print(expression, {
    number: latexNumber,
    root: (inner) => `\\sqrt{${inner}}`,
    percent: '\\%',
    join: (operator, left, right) => {
      if (operator === '/') return `\\frac{${left}}{${right}}`
      if (operator === '^') return `${left}^{${right}}`
      return touches(operator, right) ? left + right : left + LATEX_SIGNS[operator] + right
    },
    brackets: ['\\left(', '\\right)'],
    fractionGroups: true,
  })

export const plainExpression = (expression: Expression): string =>
  print(expression, {
    number,
    root: (inner) => `√(${inner})`,
    percent: '%',
    join: (operator, left, right) =>
      touches(operator, right) ? left + right : left + PLAIN_SIGNS[operator] + right,
    brackets: ['(', ')'],
    fractionGroups: false,
  })

/** As Python source; `math` is imported where a root or a factorial needs it. */
export const python = (expression: Expression): string =>
  print(expression, {
    number: (value) =>
      number(value).includes('/') ? `Fraction(${value.n}, ${value.d})` : number(value),
    root: (inner) => `math.sqrt(${inner})`,
    percent: ' / 100',
    join: (operator, left, right) => left + PYTHON_SIGNS[operator] + right,
    brackets: ['(', ')'],
    fractionGroups: false,
  })
