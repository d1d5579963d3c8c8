import type { Rational } from './rational.js'

export type Operator = '+' | '-' | '*' | '/' | '^'
export type Wrapper = 'negative' | 'root' | 'factorial' | 'percent'

export type Expression =
  | { kind: 'number'; value: Rational }
  | { kind: 'variable'; name: string }
  | { kind: 'wrapped'; wrapper: Wrapper; inner: Expression }
  | { kind: 'binary'; operator: Operator; left: Expression; right: Expression }
