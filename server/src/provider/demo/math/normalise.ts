const SIGNS: readonly [RegExp, string][] = [
  [/[（]/g, '('],
  [/[）]/g, ')'],
  [/[×✕·]|\\times|\\cdot/g, '*'],
  [/÷/g, '/'],
  [/[−–]/g, '-'],
  [/＝/g, '='],
  [/％/g, '%'],
  [/²/g, '^2'],
  [/³/g, '^3'],
  [/\*\*/g, '^'],
  [/(\d),(?=\d{3}(?!\d))/g, '$1'],
]

const WORDS: readonly [RegExp, string][] = [
  [/\b(?:multiplied by|times)\b/gi, '*'],
  [/(\d)\s*x\s*(?=\d)/gi, '$1*'],
  [/\bdivided by\b/gi, '/'],
  [/\bplus\b/gi, '+'],
  [/\bminus\b/gi, '-'],
  [/\b(?:raised )?to the power (?:of )?/gi, '^'],
  [/\s*\bsquared\b/gi, '^2'],
  [/\s*\bcubed\b/gi, '^3'],
  [/\b(?:the )?square root of\s*/gi, '√'],
  [/(\d+)\s*factorial\b|\bfactorial of (\d+)/gi, '$1$2!'],
  [/\bpercent\b/gi, '%'],
  [/乘以|乘/g, '*'],
  [/除以/g, '/'],
  [/加上|(?<![增参])加/g, '+'],
  [/减去|减(?!少)/g, '-'],
  [/的平方根/g, '的根'],
  [/的?平方(?!米|公里|厘米)/g, '^2'],
  [/的?立方(?!米|厘米)/g, '^3'],
  [/的\s*(\d+)\s*次方/g, '^$1'],
  [/根号\s*/g, '√'],
  [/(\d+)\s*的根/g, '√$1'],
  [/(\d+)\s*的阶乘/g, '$1!'],
  [/百分之\s*(\d+(?:\.\d+)?)/g, '$1%'],
]

/** Words and typographic signs of arithmetic as ASCII signs; the rest of the text is of no use after it. */
export function normalise(text: string): string {
  let line = text
  for (const [from, to] of [...SIGNS, ...WORDS]) line = line.replace(from, to)
  return line
}
