import type { Bilingual } from '../kit/language.js'

export interface Step {
  note: Bilingual
  latex: string
}

/** A computed answer with its derivation; everything that a model may say about it. */
export interface Solution {
  /** What was recognised, in plain text: "17 × 23", "2x + 3 = 11". */
  question: string
  questionLatex: string
  /** "391", "x = 4". */
  answer: string
  answerLatex: string
  /** How to say it in one line: "17 × 23 = 391." */
  statement: Bilingual
  steps: Step[]
  /** Another way to see that it is right. */
  check: Bilingual
  /** A Python program that prints the answer. */
  program: string
}
