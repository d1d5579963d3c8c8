import type { Choice, Label, Language } from '#shared/vocabulary'
import type { AnswerStyle } from '../rating/style/answer-style.js'

/** What was said in a battle of another arena; read for its labels, then forgotten. */
export interface ImportedText {
  /** In the order of turns. */
  prompts: string[]
  pictures: number
  /** Of each side, in the order of turns. */
  answers: { a: string[]; b: string[] }
}

/** A model of another arena; without a version where that arena has none, or its file does not say. */
export interface ImportedModel {
  name: string
  version?: number
}

/** A blind vote of another arena. */
export interface ImportedVote {
  /** The battle's id there; absent where it has none. */
  battle?: string
  /** Who voted, in the words of that arena (a name, an address): never written down as it is. */
  voter?: string
  modelA: ImportedModel
  modelB: ImportedModel
  choice: Choice
  /** Milliseconds since the epoch; absent where the file does not say. */
  castAt?: number
  turn: number
  language?: Language
  labels?: Label[]
  /** Of both answers, a first. */
  style?: [AnswerStyle, AnswerStyle]
  drawProbability?: number
  text?: ImportedText
}

/** Why a row of another arena brings no vote. */
export const SKIP_REASONS = [
  'no_vote',
  'named',
  'same_model',
  'unfinished',
  'identity_leaked',
] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

/** What a row of another arena brings. */
export type Imported = { vote: ImportedVote } | { skipped: SkipReason }
