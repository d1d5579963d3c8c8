import type { Expression, Operator, Wrapper } from './expression.js'
import { MathError, parseRational } from './rational.js'

const TOKEN = /\s*(\d+(?:\.\d+)?|\.\d+|√|sqrt|[a-z]|[-+*/^()!%])/giy
const DEPTH = 60

/**
 * Reads an expression by recursive descent. From loose to tight: sum, product (also "2x" and
 * "3(x + 1)"), sign, power (to the right), factorial and percent.
 */
export function parse(text: string): Expression {
  const parser = new Parser(tokens(text))
  const expression = parser.sum()
  if (!parser.done) throw new MathError('not an expression')
  return expression
}

function tokens(text: string): string[] {
  const all: string[] = []
  const source = text.trim()
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < source.length) {
    const found = TOKEN.exec(source)
    if (!found?.[1]) throw new MathError('unknown sign')
    all.push(found[1].toLowerCase())
  }
  return all
}

class Parser {
  private at = 0
  private depth = 0

  constructor(private readonly all: string[]) {}

  get done(): boolean {
    return this.at === this.all.length
  }

  sum(): Expression {
    let left = this.product()
    for (let sign = this.take('+', '-'); sign; sign = this.take('+', '-'))
      left = binary(sign, left, this.product())
    return left
  }

  private product(): Expression {
    let left = this.signed()
    for (;;) {
      const sign = this.take('*', '/')
      if (sign) left = binary(sign, left, this.signed())
      else if (/^(?:[a-z(√]|sqrt)$/.test(this.next)) left = binary('*', left, this.power())
      else return left
    }
  }

  private signed(): Expression {
    if (this.take('+')) return this.signed()
    return this.take('-') ? wrapped('negative', this.signed()) : this.power()
  }

  private power(): Expression {
    const base = this.postfix()
    return this.take('^') ? binary('^', base, this.signed()) : base
  }

  private postfix(): Expression {
    let inner = this.primary()
    for (let mark = this.take('!', '%'); mark; mark = this.take('!', '%'))
      inner = wrapped(mark === '!' ? 'factorial' : 'percent', inner)
    return inner
  }

  private primary(): Expression {
    this.depth += 1
    if (this.depth > DEPTH) throw new MathError('nested too deeply')
    if (this.take('(')) {
      const inner = this.sum()
      if (!this.take(')')) throw new MathError('a bracket is open')
      return inner
    }
    if (this.take('√', 'sqrt')) return wrapped('root', this.primary())
    const token = this.next
    this.at += 1
    if (/^[\d.]/.test(token)) return { kind: 'number', value: parseRational(token) }
    if (/^[a-z]$/.test(token)) return { kind: 'variable', name: token }
    throw new MathError('a number is missing')
  }

  private get next(): string {
    return this.all[this.at] ?? ''
  }

  private take<T extends string>(...wanted: T[]): T | undefined {
    const found = wanted.find((token) => token === this.next)
    if (found) this.at += 1
    return found
  }
}

const wrapped = (wrapper: Wrapper, inner: Expression): Expression => ({
  kind: 'wrapped',
  wrapper,
  inner,
})

const binary = (operator: Operator, left: Expression, right: Expression): Expression => ({
  kind: 'binary',
  operator,
  left,
  right,
})
