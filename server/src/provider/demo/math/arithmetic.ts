import type { Bilingual } from '../kit/language.js'
import { evaluate, reduceOnce } from './evaluate.js'
import type { Expression } from './expression.js'
import { answer, equals, latexAnswer, number } from './format.js'
import { parse } from './parse.js'
import { latex, plainExpression, python } from './print.js'
import { MathError, isNegative, negate, type Rational } from './rational.js'
import type { Solution, Step } from './solution.js'

const RUN = /[-\d(√.][-\d\s+*/^().!√%]*[\d)!%]/g
const DATE =
  /^\d{4}\s*[-/]\s*\d{1,2}(?:\s*[-/]\s*\d{1,2})?$|^\d{1,2}\/\d{1,2}\/\d{2,4}$|^24\/7$|^\d{3,}(?:-\d{3,})+$/
const CUE =
  /\bwhat(?:'s| is| are)\b|\bcalculate|\bcompute|\bevaluate|\bsolve|\bhow much|\bwork out|\bresult|\bequals?\b|=|计算|算|等于|多少|求|结果/i
const MAX_STEPS = 7

/** Finds an arithmetic expression in a text that asks for its value, and works it out. */
export function arithmetic(original: string, normalised: string): Solution | undefined {
  for (const [run] of normalised.matchAll(RUN)) {
    const text = run.trim()
    const asked = CUE.test(original) || text.length * 2 >= normalised.trim().length
    const expression = asked && !DATE.test(text) ? readExpression(text) : undefined
    if (expression) return solve(expression)
  }
  return undefined
}

/** The expression in a run of signs, unless it is a bare number. */
function readExpression(run: string): Expression | undefined {
  for (const text of [run, run.replace(/^[-.\s)]+/, '')]) {
    try {
      const expression = parse(text)
      if (hasWork(expression)) return expression
    } catch (error) {
      if (!(error instanceof MathError)) throw error
    }
  }
  return undefined
}

/** A number with a sign or a percent mark asks for nothing. */
function hasWork(expression: Expression): boolean {
  if (expression.kind !== 'wrapped') return expression.kind === 'binary'
  return /root|factorial/.test(expression.wrapper) || hasWork(expression.inner)
}

function solve(expression: Expression): Solution {
  const question = plainExpression(expression)
  let value: Rational
  try {
    value = evaluate(expression)
  } catch (error) {
    if (!(error instanceof MathError)) throw error
    return undefinedValue(expression, question)
  }
  const result = answer(value)
  return {
    question,
    questionLatex: latex(expression),
    answer: result,
    answerLatex: latexAnswer(value),
    statement: {
      en: `${question} ${value.approximate ? result : `= ${result}`}.`,
      zh: `${question} 的结果${value.approximate ? '约为' : '是'} ${result.replace('≈ ', value.approximate ? '' : '≈ ')}。`,
    },
    steps: reductions(expression),
    check: inverse(expression, value),
    program: program(expression),
  }
}

function reductions(expression: Expression): Step[] {
  const steps: Step[] = []
  let current: Expression = expression
  for (
    let next = reduceOnce(current);
    next && steps.length < MAX_STEPS;
    next = reduceOnce(current)
  ) {
    const sign = next.kind === 'number' ? equals(next.value) : '='
    steps.push({
      note: NOTES[steps.length] ?? NEXT,
      latex: `${latex(current)} ${sign} ${latex(next)}`,
    })
    current = next
  }
  return steps.length === 1 ? steps.map((step) => ({ ...step, note: AT_ONCE })) : steps
}

const AT_ONCE: Bilingual = { en: 'in one step', zh: '一步算出' }
const NEXT: Bilingual = { en: 'and on', zh: '继续' }
const NOTES: readonly Bilingual[] = [
  { en: 'what binds tightest', zh: '先算优先级最高的' },
  { en: 'then', zh: '接着' },
]

/** The last operation undone: what the reader can do on paper to believe the result. */
function inverse(expression: Expression, value: Rational): Solution['check'] {
  const total = number(value)
  if (expression.kind === 'binary' && expression.operator !== '^' && !value.approximate) {
    const right = evaluate(expression.right)
    const left = number(evaluate(expression.left))
    const shown = isNegative(right) ? `(${number(right)})` : number(right)
    const back = {
      '+': `${total} - ${shown} = ${left}`,
      '-': `${total} + ${shown} = ${left}`,
      '*': isNegative(right) || right.n === 0n ? undefined : `${total} ÷ ${shown} = ${left}`,
      '/': `${total} × ${shown} = ${left}`,
    }[expression.operator]
    if (back)
      return { en: `Going backwards: ${back}, as it should be.`, zh: `反过来验算：${back}，吻合。` }
  }
  const size = number(isNegative(value) ? negate(value) : value).split(/[./]/)[0]?.length ?? 1
  return {
    en: `A rough size check: the result has ${size} digit${size === 1 ? '' : 's'} before the point, which fits.`,
    zh: `估算一下量级：结果的整数部分有 ${size} 位，合理。`,
  }
}

function program(expression: Expression): string {
  const source = python(expression).replace(/(\d+|\([^()]*\))!/g, 'math.factorial($1)')
  const imports = [
    source.includes('math.') ? 'import math\n' : '',
    source.includes('Fraction(') ? 'from fractions import Fraction\n' : '',
  ].join('')
  return `${imports}${imports ? '\n' : ''}result = ${source}\nprint(result)`
}

function undefinedValue(expression: Expression, question: string): Solution {
  const reason = {
    en: `${question} has no value that I can give: it divides by zero, takes the root of a negative number, or grows beyond what I compute.`,
    zh: `${question} 没有我能给出的值：它除以了零、对负数开方，或者大得超出了我的计算范围。`,
  }
  return {
    question,
    questionLatex: latex(expression),
    answer: 'undefined',
    answerLatex: '\\text{undefined}',
    statement: reason,
    steps: [],
    check: reason,
    program: program(expression),
  }
}
