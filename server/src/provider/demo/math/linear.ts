import { answer, latexAnswer, latexNumber, number } from './format.js'
import { printPolynomial, toPolynomial, valueAt, type Polynomial } from './polynomial.js'
import { ZERO, divide, isZero, negate } from './rational.js'
import type { Solution } from './solution.js'
import type { Equation } from './stated-equation.js'

/** Solves `zero` = 0 of degree one at most, where `zero` is left minus right. */
export function solveLinear(stated: Equation, zero: Polynomial): Solution {
  const { name, question, questionLatex } = stated
  const [constant = ZERO, slope = ZERO] = zero
  if (isZero(slope)) return degenerate(stated, isZero(constant))
  const root = divide(negate(constant), slope)
  const value = number(valueAt(toPolynomial(stated.left), root))
  return {
    question,
    questionLatex,
    answer: `${name} = ${answer(root)}`,
    answerLatex: `${name} = ${latexAnswer(root)}`,
    statement: {
      en: `${question} holds for ${name} = ${answer(root)}.`,
      zh: `${question} 的解是 ${name} = ${answer(root)}。`,
    },
    steps: [
      {
        note: { en: 'bring everything to one side', zh: '全部移到一边' },
        latex: `${printPolynomial(zero, name, true)} = 0`,
      },
      {
        note: { en: 'move the constant across', zh: '把常数移过去' },
        latex: `${printPolynomial([ZERO, slope], name, true)} = ${latexNumber(negate(constant))}`,
      },
      {
        note: { en: `divide by the factor of $${name}$`, zh: `两边除以 $${name}$ 的系数` },
        latex: `${name} = ${latexAnswer(root)}`,
      },
    ],
    check: {
      en: `Put back in: both sides are then ${value}.`,
      zh: `代回去：两边都等于 ${value}。`,
    },
    program: `a, b = ${source(slope)}, ${source(constant)}  # a*${name} + b = 0\nprint(-b / a)`,
  }
}

const source = (x: { n: bigint; d: bigint }) => (x.d === 1n ? `${x.n}` : `${x.n} / ${x.d}`)

function degenerate({ name, question, questionLatex }: Equation, always: boolean): Solution {
  const statement = always
    ? { en: `${question} is true for every ${name}.`, zh: `${question} 对任何 ${name} 都成立。` }
    : { en: `${question} has no solution.`, zh: `${question} 无解。` }
  return {
    question,
    questionLatex,
    answer: always ? `${name} ∈ ℝ` : '∅',
    answerLatex: always ? `${name} \\in \\mathbb{R}` : '\\varnothing',
    statement,
    steps: [
      {
        note: { en: `the terms in $${name}$ cancel`, zh: `含 $${name}$ 的项互相抵消` },
        latex: always ? '0 = 0' : '0 \\neq 0',
      },
    ],
    check: {
      en: `Try any ${name}: the two sides always differ by the same amount.`,
      zh: `随便取一个 ${name}：两边的差总是一样。`,
    },
    program: `for ${name} in range(3):\n    print(${name}, ${always ? 'True' : 'False'})`,
  }
}
