import type { Expression } from './expression.js'

/** What the linear and the quadratic solver need of an equation. */
export interface Equation {
  name: string
  left: Expression
  right: Expression
  question: string
  questionLatex: string
}
