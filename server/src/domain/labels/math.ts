/** One of these is enough. */
const SURE =
  /\\(?:frac|int|sum|sqrt|lim|mathbb|begin\{(?:equation|align|pmatrix))|[∫∑∏√∂∇≤≥≠∞∈]|\b(?:integral of|derivative of|differentiate|eigenvalues?|polynomial|quadratic|logarithm|theorem|prime factors?|binomial|modulo|trigonometr\w+|standard deviation|hypotenuse|simultaneous equations?|greatest common divisor|least common multiple)\b|方程|积分|导数|求导|微分|矩阵|定理|概率|不等式|数列|几何|三角函数|对数|因式分解|最大公约数|质数|素数/i

/**
 * A sum to be worked out, such as 12 * (3 + 4) or x^2 = 9. Spaces after its sign are told in one way only: else a
 * long row of them would be cut in two at each place.
 */
const FORMULA = /(?:\d|\b[a-z])\s*[\^*×÷/+=−-]\s*(?:[(√]\s*)?(?:\d|[a-z]\b)/i
const ASKS =
  /\b(?:solve|calculate|compute|evaluate|simplify|factor|prove|how (?:much|many)|what is|average|percent(?:age)?|probability|ratio|sum of|product of|area of|volume of|perimeter)\b|%|计算|求解|证明|等于|多少|几个|百分之|平均/i
const DIGITS = /\d/g

/**
 * Whether a prompt asks for mathematics: it uses its words or signs, has a formula and a question about it,
 * or is a word problem with at least three digits and such a question.
 */
export function isMath(prompts: readonly string[]): boolean {
  return prompts.some((text) => {
    if (SURE.test(text)) return true
    if (!ASKS.test(text)) return false
    return FORMULA.test(text) || (text.match(DIGITS)?.length ?? 0) >= 3
  })
}
