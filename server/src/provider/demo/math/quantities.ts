import { answer, latexAnswer, latexNumber, number } from './format.js'
import {
  add,
  divide,
  multiply,
  negate,
  parseRational,
  rational,
  subtract,
  type Rational,
} from './rational.js'
import type { Solution } from './solution.js'
import { UNIT_PATTERN, unitNamed, type Unit } from './units.js'

const N = String.raw`(\d+(?:\.\d+)?)`
const CONVERSION = new RegExp(
  String.raw`${N}\s*(${UNIT_PATTERN})\s*(?:to|in|into|as|=|是|等于|换算成|换算为|转换成|合)\s*(?:how many\s*)?(?:多少|几)?\s*(${UNIT_PATTERN})`,
  'i',
)
const HOW_MANY = new RegExp(
  String.raw`how many (${UNIT_PATTERN})\s*(?:are|is)?\s*(?:there )?in\s*${N}\s*(${UNIT_PATTERN})`,
  'i',
)
const SUM = new RegExp(
  String.raw`${N}\s*(${UNIT_PATTERN})\s*([-+]|and|和)\s*${N}\s*(${UNIT_PATTERN})`,
  'i',
)
const TEMPERATURE =
  /(-?\d+(?:\.\d+)?)\s*(?:°|degrees?|度)?\s*(c|f|celsius|fahrenheit|摄氏度?|华氏度?)(?![a-z])\s*(?:to|in|into|是|等于|换算成|转换成)\s*(?:多少)?\s*(?:°|degrees?)?\s*(c|f|celsius|fahrenheit|摄氏|华氏)/i

/** Finds a conversion or a sum of quantities and works it out. */
export function quantities(normalised: string): Solution | undefined {
  const conversion = CONVERSION.exec(normalised)
  if (conversion) return converted(conversion[1], conversion[2], conversion[3])
  const many = HOW_MANY.exec(normalised)
  if (many) return converted(many[2], many[3], many[1])
  const sum = SUM.exec(normalised)
  if (sum) return summed(sum)
  const degrees = TEMPERATURE.exec(normalised)
  return degrees ? temperature(degrees) : undefined
}

function converted(amount = '', from = '', to = ''): Solution | undefined {
  const [source, target] = [unitNamed(from), unitNamed(to)]
  if (!source || !target || source.dimension !== target.dimension) return undefined
  const value = parseRational(amount)
  const factor = divide(source.factor, target.factor)
  const result = multiply(value, factor)
  return solution({
    question: `${number(value)} ${source.name}`,
    result,
    unit: target,
    steps: [
      [
        `1~\\text{${source.name}} = ${latexAnswer(factor)}~\\text{${target.name}}`,
        'the two units',
        '两个单位的关系',
      ],
      [
        `${latexNumber(value)} \\times ${latexNumber(factor)} = ${latexAnswer(result)}`,
        'multiply',
        '相乘',
      ],
    ],
    check: `${number(result)} × ${number(divide(target.factor, source.factor))} = ${number(value)} (${source.name})`,
    program: `print(${number(value)} * ${number(source.factor)} / ${number(target.factor)})`,
  })
}

function summed([, a = '', first = '', sign = '', b = '', second = '']: RegExpExecArray):
  Solution | undefined {
  const [x, y] = [unitNamed(first), unitNamed(second)]
  if (!x || !y || x.dimension !== y.dimension) return undefined
  const moved = multiply(parseRational(b), divide(y.factor, x.factor))
  const minus = sign === '-'
  const result = add(parseRational(a), minus ? negate(moved) : moved)
  const operator = minus ? '-' : '+'
  return solution({
    question: `${a} ${x.name} ${operator} ${b} ${y.name}`,
    result,
    unit: x,
    steps: [
      [
        `${b}~\\text{${y.name}} = ${latexAnswer(moved)}~\\text{${x.name}}`,
        'one common unit',
        '统一单位',
      ],
      [`${a} ${operator} ${latexNumber(moved)} = ${latexAnswer(result)}`, 'now add', '再相加减'],
    ],
    check: `${number(result)} ${minus ? '+' : '-'} ${number(moved)} = ${a} (${x.name})`,
    program: `print(${a} ${operator} ${b} * ${number(y.factor)} / ${number(x.factor)})`,
  })
}

const isCelsius = (name = '') => /^(?:c|摄)/i.test(name)

function temperature([, amount = '', from, to]: RegExpExecArray): Solution | undefined {
  if (isCelsius(from) === isCelsius(to)) return undefined
  const size = parseRational(amount.replace('-', ''))
  const value = amount.startsWith('-') ? negate(size) : size
  const [nine, five, offset] = [rational(9n), rational(5n), rational(32n)]
  const result = isCelsius(from)
    ? add(divide(multiply(value, nine), five), offset)
    : divide(multiply(subtract(value, offset), five), nine)
  const [source, target] = isCelsius(from) ? ['°C', '°F'] : ['°F', '°C']
  return solution({
    question: `${number(value)} ${source}`,
    result,
    unit: { name: target },
    steps: [
      [
        isCelsius(from)
          ? `F = \\tfrac{9}{5} C + 32 = ${latexAnswer(result)}`
          : `C = \\tfrac{5}{9} (F - 32) = ${latexAnswer(result)}`,
        'the two scales',
        '两种温标的关系',
      ],
    ],
    check: '0 °C = 32 °F, 100 °C = 212 °F',
    program: isCelsius(from)
      ? `print(${number(value)} * 9 / 5 + 32)`
      : `print((${number(value)} - 32) * 5 / 9)`,
  })
}

interface Worked {
  question: string
  result: Rational
  unit: Pick<Unit, 'name'>
  steps: [latex: string, en: string, zh: string][]
  check: string
  program: string
}

function solution({ question, result, unit, steps, check, program }: Worked): Solution {
  const value = `${answer(result)} ${unit.name}`
  return {
    question,
    questionLatex: `\\text{${question}}`,
    answer: value,
    answerLatex: `${latexAnswer(result)}~\\text{${unit.name}}`,
    statement: { en: `${question} = ${value}.`, zh: `${question} = ${value}。` },
    steps: steps.map(([latex, en, zh]) => ({ latex, note: { en, zh } })),
    check: { en: `To check: ${check}.`, zh: `验算：${check}。` },
    program,
  }
}
