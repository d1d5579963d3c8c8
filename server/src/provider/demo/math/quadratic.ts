import { answer, latexAnswer, latexNumber, number } from './format.js'
import { printPolynomial, type Polynomial } from './polynomial.js'
import {
  ZERO,
  add,
  divide,
  isNegative,
  isZero,
  multiply,
  negate,
  rational,
  squareRoot,
  subtract,
  type Rational,
} from './rational.js'
import type { Solution } from './solution.js'
import type { Equation } from './stated-equation.js'

interface Roots {
  plain: string
  latex: string
}

/** Solves a x² + b x + c = 0 by the discriminant; complex roots are given as such. */
export function solveQuadratic(stated: Equation, zero: Polynomial): Solution {
  const { name, question, questionLatex } = stated
  const [c = ZERO, b = ZERO, a = ZERO] = zero
  const discriminant = subtract(multiply(b, b), multiply(rational(4n), multiply(a, c)))
  const roots = rootsOf(name, a, b, discriminant)
  const [sum, product] = [number(divide(negate(b), a)), number(divide(c, a))]
  const [la, lb, lc] = [a, b, c].map(bracketed)
  return {
    question,
    questionLatex,
    answer: roots.plain,
    answerLatex: roots.latex,
    statement: {
      en: `${question} is solved by ${roots.plain.replace(', ', ' and ')}.`,
      zh: `${question} 的解是 ${roots.plain.replace(', ', '，')}。`,
    },
    steps: [
      {
        note: { en: 'standard form', zh: '化为标准形式' },
        latex: `${printPolynomial(zero, name, true)} = 0`,
      },
      {
        note: { en: 'discriminant', zh: '判别式' },
        latex: `\\Delta = b^2 - 4ac = ${lb}^2 - 4 \\cdot ${la} \\cdot ${lc} = ${latexNumber(discriminant)}`,
      },
      {
        note: { en: 'quadratic formula', zh: '求根公式' },
        latex: `${name} = \\frac{-b \\pm \\sqrt{\\Delta}}{2a} = \\frac{${latexNumber(negate(b))} \\pm \\sqrt{${latexNumber(discriminant)}}}{${latexNumber(multiply(rational(2n), a))}}`,
      },
      { note: { en: 'roots', zh: '得到根' }, latex: roots.latex },
    ],
    check: {
      en: `By Vieta the roots must add up to ${sum} and multiply to ${product}, and they do.`,
      zh: `由韦达定理，两根之和应为 ${sum}，之积应为 ${product}，吻合。`,
    },
    program: [
      'import cmath',
      '',
      `a, b, c = ${[a, b, c].map((x) => (x.d === 1n ? `${x.n}` : `${x.n} / ${x.d}`)).join(', ')}`,
      'd = cmath.sqrt(b * b - 4 * a * c)',
      'print((-b + d) / (2 * a), (-b - d) / (2 * a))',
    ].join('\n'),
  }
}

const bracketed = (x: Rational) => (isNegative(x) ? `(${latexNumber(x)})` : latexNumber(x))

function rootsOf(name: string, a: Rational, b: Rational, discriminant: Rational): Roots {
  const double = multiply(rational(2n), a)
  const middle = divide(negate(b), double)
  if (isZero(discriminant))
    return { plain: `${name} = ${answer(middle)}`, latex: `${name} = ${latexAnswer(middle)}` }
  const half = absolute(divide(squareRoot(absolute(discriminant)), double))
  if (isNegative(discriminant)) {
    const [real, imaginary] = [isZero(middle) ? '' : `${number(middle)} `, number(half)]
    const unit = imaginary === '1' ? 'i' : `${imaginary}i`
    return {
      plain: `${name} = ${real}± ${unit}`,
      latex: `${name} = ${real}\\pm ${unit}`,
    }
  }
  const two = [add(middle, half), subtract(middle, half)] as const
  return {
    plain: `${name}₁ ${relation(two[0])}, ${name}₂ ${relation(two[1])}`,
    latex: `${name}_1 ${latexRelation(two[0])}, \\quad ${name}_2 ${latexRelation(two[1])}`,
  }
}

const relation = (x: Rational) => (x.approximate ? answer(x) : `= ${answer(x)}`)
const latexRelation = (x: Rational) => `${x.approximate ? '\\approx' : '='} ${latexAnswer(x)}`
const absolute = (x: Rational) => (isNegative(x) ? negate(x) : x)
