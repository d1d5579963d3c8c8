import { latexNumber, number } from './format.js'
import {
  add,
  divide,
  isNegative,
  parseRational,
  rational,
  subtract,
  type Rational,
} from './rational.js'
import type { Solution } from './solution.js'

const N = String.raw`(?:[$€£¥]\s*)?(\d+(?:\.\d+)?)`
const TOGETHER = [
  new RegExp(
    String.raw`\b(\w+) and (?:an?|the|one)?\s*(\w+) cost ${N}\S{0,2}(?: \w+)? (?:together|in total|in all|altogether)`,
    'i',
  ),
  new RegExp(
    String.raw`([\p{L}]{1,4})和([\p{L}]{1,4}?)(?:一共|总共|共)(?:要|花|需要)?\s*${N}`,
    'iu',
  ),
]
const MORE = [
  new RegExp(
    String.raw`\b(\w+) costs? ${N}\S{0,2}(?: \w+)? more than (?:an?|the|one)?\s*(\w+)`,
    'i',
  ),
  new RegExp(String.raw`([\p{L}]{1,4})比[\p{L}]{1,4}?贵\s*${N}`, 'iu'),
]

/** "A and B cost S together, A costs D more than B": two prices from their sum and difference. */
export function sumAndDifference(text: string): Solution | undefined {
  const total = TOGETHER.map((pattern) => pattern.exec(text)).find(Boolean)
  const more = MORE.map((pattern) => pattern.exec(text)).find(Boolean)
  if (!total?.[1] || !total[2] || !total[3] || !more?.[1] || !more[2]) return undefined
  const [first, second] = [total[1], total[2]]
  const dear = first.endsWith(more[1]) || more[1].endsWith(first) ? first : second
  const cheap = dear === first ? second : first
  const [sum, difference] = [parseRational(total[3]), parseRational(more[2])]
  const low = divide(subtract(sum, difference), rational(2n))
  return isNegative(low) ? undefined : solution(dear, cheap, sum, difference, low)
}

function solution(
  dear: string,
  cheap: string,
  sum: Rational,
  difference: Rational,
  low: Rational,
): Solution {
  const high = add(low, difference)
  const guess = subtract(sum, difference)
  const [s, d, x, y] = [sum, difference, low, high].map(number)
  const wrong = number(add(guess, sum))
  return {
    question: `${dear} + ${cheap} = ${s}, ${dear} - ${cheap} = ${d}`,
    questionLatex: `y + x = ${latexNumber(sum)}, \\quad y - x = ${latexNumber(difference)}`,
    answer: `${cheap} = ${x}, ${dear} = ${y}`,
    answerLatex: `x = ${latexNumber(low)}, \\quad y = ${latexNumber(high)}`,
    statement: {
      en: `The ${cheap} costs ${x} and the ${dear} costs ${y}.`,
      zh: `${cheap}的价格是 ${x}，${dear}的价格是 ${y}。`,
    },
    steps: [
      {
        note: {
          en: `let $x$ be the ${cheap}, $y$ the ${dear}`,
          zh: `设${cheap}为 $x$，${dear}为 $y$`,
        },
        latex: `x + y = ${latexNumber(sum)}, \\quad y = x + ${latexNumber(difference)}`,
      },
      {
        note: { en: 'put the second into the first', zh: '把第二式代入第一式' },
        latex: `2x + ${latexNumber(difference)} = ${latexNumber(sum)}`,
      },
      {
        note: { en: 'so', zh: '于是' },
        latex: `x = \\frac{${latexNumber(guess)}}{2} = ${latexNumber(low)}`,
      },
    ],
    check: {
      en: `Together ${y} + ${x} = ${s}, and ${y} - ${x} = ${d}. The first guess, ${number(guess)}, is the difference taken from the sum; with it the two would cost ${wrong}.`,
      zh: `合计 ${y} + ${x} = ${s}，相差 ${y} - ${x} = ${d}。第一反应 ${number(guess)} 只是拿总价减去差价；照它算，两样合计会是 ${wrong}。`,
    },
    program: `total, difference = ${s}, ${d}\nlow = (total - difference) / 2\nprint(round(low, 6), round(low + difference, 6))`,
  }
}
