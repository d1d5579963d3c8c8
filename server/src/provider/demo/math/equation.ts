import { latex, plainExpression } from './print.js'
import type { Expression } from './expression.js'
import type { Equation } from './stated-equation.js'
import { parse } from './parse.js'
import { minus, toPolynomial } from './polynomial.js'
import { MathError } from './rational.js'
import { solveLinear } from './linear.js'
import { solveQuadratic } from './quadratic.js'
import type { Solution } from './solution.js'

// A letter that stands alone is a variable; a word is not.
const SIGN = String.raw`(?:\d|\.|[-+*/^()]|(?<![a-z])[a-z](?![a-z])|\s)`
const EQUATION = new RegExp(`(${SIGN}+)=(${SIGN}+)`, 'i')

/** Finds an equation in one unknown of degree one or two, and solves it. */
export function equation(normalised: string): Solution | undefined {
  const found = EQUATION.exec(normalised)
  if (!found?.[1] || !found[2]) return undefined
  const left = readSide(found[1], 'start')
  const right = readSide(found[2], 'end')
  if (!left || !right) return undefined
  const names = new Set([...variables(left), ...variables(right)])
  const [name] = names
  if (name === undefined || names.size > 1) return undefined
  const stated: Equation = {
    name,
    left,
    right,
    question: `${plainExpression(left)} = ${plainExpression(right)}`.replace(/\^2(?!\d)/g, '²'),
    questionLatex: `${latex(left)} = ${latex(right)}`,
  }
  try {
    const zero = minus(toPolynomial(left), toPolynomial(right))
    return zero.length === 3 ? solveQuadratic(stated, zero) : solveLinear(stated, zero)
  } catch (error) {
    if (error instanceof MathError) return undefined
    throw error
  }
}

/** One side, without the stray letters of the sentence around it ("a", "for x"). */
function readSide(text: string, strayAt: 'start' | 'end'): Expression | undefined {
  let rest = text.trim()
  while (rest) {
    try {
      return parse(rest)
    } catch (error) {
      if (!(error instanceof MathError)) throw error
      const shorter = strayAt === 'start' ? rest.slice(1) : rest.slice(0, -1)
      rest = shorter.trim()
    }
  }
  return undefined
}

function variables(expression: Expression): string[] {
  switch (expression.kind) {
    case 'number':
      return []
    case 'variable':
      return [expression.name]
    case 'wrapped':
      return variables(expression.inner)
    case 'binary':
      return [...variables(expression.left), ...variables(expression.right)]
  }
}
