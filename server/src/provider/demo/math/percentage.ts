import { answer, latexAnswer, latexNumber, number } from './format.js'
import {
  add,
  divide,
  multiply,
  parseRational,
  rational,
  subtract,
  type Rational,
} from './rational.js'
import type { Solution } from './solution.js'

const N = String.raw`(\d+(?:\.\d+)?)`
const HUNDRED = rational(100n)

interface Kind {
  patterns: RegExp[]
  /** The order in which the two numbers stand in the pattern: percentage and base. */
  solve: (first: Rational, second: Rational) => Solution
}

const KINDS: readonly Kind[] = [
  {
    patterns: [new RegExp(String.raw`what (?:%|percentage) (?:of )?${N} is ${N}`, 'i')],
    solve: (whole, part) => share(part, whole),
  },
  {
    patterns: [
      new RegExp(String.raw`${N} is what (?:%|percentage) of ${N}`, 'i'),
      new RegExp(String.raw`what (?:%|percentage) is ${N} of ${N}`, 'i'),
      new RegExp(String.raw`${N}\s*(?:是|占)\s*${N}\s*的?\s*(?:百分之几|百分之多少|几%)`),
    ],
    solve: (part, whole) => share(part, whole),
  },
  {
    patterns: [new RegExp(String.raw`${N}\s*%\s*off\s*(?:of\s*)?\D{0,12}${N}`, 'i')],
    solve: (percent, base) => changed(percent, base, '-'),
  },
  {
    patterns: [
      new RegExp(String.raw`(?:decrease|reduce|lower)\w*\s+${N}\s+by\s+${N}\s*%`, 'i'),
      new RegExp(String.raw`${N}\s*(?:元)?\s*(?:减少|降低|下降)\s*${N}\s*%`),
    ],
    solve: (base, percent) => changed(percent, base, '-'),
  },
  {
    patterns: [
      new RegExp(String.raw`(?:increase|raise|grow)\w*\s+${N}\s+by\s+${N}\s*%`, 'i'),
      new RegExp(String.raw`${N}\s*(?:元)?\s*(?:增加|提高|上涨|增长)\s*${N}\s*%`),
    ],
    solve: (base, percent) => changed(percent, base, '+'),
  },
  {
    patterns: [new RegExp(String.raw`${N}\s*%\s*(?:of|from)\s*\D{0,12}?${N}`, 'i')],
    solve: partOf,
  },
  {
    patterns: [new RegExp(String.raw`${N}\s*的\s*${N}\s*%`)],
    solve: (base, percent) => partOf(percent, base),
  },
]

/** Finds a question about a percentage and works it out. */
export function percentage(normalised: string): Solution | undefined {
  for (const { patterns, solve } of KINDS)
    for (const pattern of patterns) {
      const [, first, second] = pattern.exec(normalised) ?? []
      if (first && second && Number(second) + Number(first) > 0)
        return solve(parseRational(first), parseRational(second))
    }
  return undefined
}

function partOf(percent: Rational, base: Rational): Solution {
  const [p, b] = [number(percent), number(base)]
  const result = divide(multiply(percent, base), HUNDRED)
  return solution({
    en: `${p}% of ${b}`,
    zh: `${b} 的 ${p}%`,
    latex: `${p}\\% \\text{ of } ${b}`,
    result,
    work: `\\frac{${latexNumber(percent)}}{100} \\times ${latexNumber(base)} = ${latexAnswer(result)}`,
    check: `${number(result)} × 100 ÷ ${p} = ${b}`,
    program: `print(${p} / 100 * ${b})`,
  })
}

function changed(percent: Rational, base: Rational, sign: '+' | '-'): Solution {
  const [p, b] = [number(percent), number(base)]
  const part = divide(multiply(percent, base), HUNDRED)
  const result = sign === '+' ? add(base, part) : subtract(base, part)
  return solution({
    en: `${b} ${sign === '+' ? 'raised' : 'lowered'} by ${p}%`,
    zh: `${b} ${sign === '+' ? '增加' : '减少'} ${p}%`,
    latex: `${b} ${sign} ${p}\\%`,
    result,
    work: `${latexNumber(base)} \\times \\left(1 ${sign} \\frac{${latexNumber(percent)}}{100}\\right) = ${latexAnswer(result)}`,
    check: `${b} ${sign} ${number(part)} = ${number(result)}`,
    program: `print(${b} * (1 ${sign} ${p} / 100))`,
  })
}

function share(part: Rational, whole: Rational): Solution {
  const [x, y] = [number(part), number(whole)]
  const result = multiply(divide(part, whole), HUNDRED)
  return solution({
    en: `${x} as a percentage of ${y}`,
    zh: `${x} 占 ${y} 的百分比`,
    latex: `\\frac{${latexNumber(part)}}{${latexNumber(whole)}}`,
    result,
    unit: '%',
    work: `\\frac{${latexNumber(part)}}{${latexNumber(whole)}} \\times 100\\% = ${latexAnswer(result)}\\%`,
    check: `${y} × ${number(result)} ÷ 100 = ${x}`,
    program: `print(${x} / ${y} * 100)`,
  })
}

interface Worked {
  en: string
  zh: string
  latex: string
  result: Rational
  unit?: '%'
  work: string
  check: string
  program: string
}

function solution({ en, zh, latex, result, unit, work, check, program }: Worked): Solution {
  const value = `${answer(result)}${unit ?? ''}`
  return {
    question: en,
    questionLatex: latex,
    answer: value,
    answerLatex: `${latexAnswer(result)}${unit ? '\\%' : ''}`,
    statement: { en: `${en} is ${value}.`, zh: `${zh}是 ${value}。` },
    steps: [
      {
        note: { en: 'a percentage is a share of one hundred', zh: '百分数就是以一百为底的份额' },
        latex: work,
      },
    ],
    check: { en: `The other way round: ${check}.`, zh: `反过来算：${check}。` },
    program,
  }
}
