import type { Expression, Operator } from './expression.js'
import { latexNumber, number } from './format.js'
import { isNegative, type Rational } from './rational.js'

const RANK: Record<Operator, number> = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 4 }
const ATOM = 5

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>

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
  switch (expression.kind) {
    case 'number':
      return notation.number(expression.value)
    case 'variable':
      return expression.name
    case 'wrapped':
      return printWrapped(expression, notation)
    case 'binary':
      return printBinary(expression, notation)
  }
}

/** In brackets where it would fall apart beside what is around it. */
function inside(child: Expression, atLeast: number, notation: Notation): string {
  const text = print(child, notation)
  return rank(child) < atLeast ? notation.brackets[0] + text + notation.brackets[1] : text
}

function printWrapped({ wrapper, inner }: Of<'wrapped'>, notation: Notation): string {
  switch (wrapper) {
    case 'negative':
      return `-${inside(inner, RANK['*'], notation)}`
    case 'root':
      return notation.root(print(inner, notation))
    case 'factorial':
      return `${inside(inner, ATOM, notation)}!`
    case 'percent':
      return inside(inner, ATOM, notation) + notation.percent
  }
}

function printBinary({ operator, left, right }: Of<'binary'>, notation: Notation): string {
  const grouped = notation.fractionGroups
  const bare = (child: Expression) => print(child, notation)
  if (operator === '/' && grouped) return notation.join(operator, bare(left), bare(right))
  if (operator === '^') {
    const exponent = grouped ? bare(right) : inside(right, ATOM, notation)
    return notation.join(operator, inside(left, ATOM, notation), exponent)
  }
  const own = RANK[operator]
  const tighter = operator === '+' ? RANK['*'] : own + 1
  return notation.join(operator, inside(left, own, notation), inside(right, tighter, notation))
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
