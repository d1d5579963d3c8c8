import type { Choice, Label, Language } from '#shared/vocabulary'
import type { AnswerStyle } from '../rating/style/answer-style.js'

/** The predecessor's words for an outcome, so that its tools read our files. */
export const WINNERS = {
  a: 'model_a',
  b: 'model_b',
  tie: 'tie',
  both_bad: 'tie (bothbad)',
} as const satisfies Record<Choice, string>

/**
 * A vote as it leaves the arena: no text, no identity. `judge` and `battle_id` are pseudonyms, the time is
 * the day. All that a board is made from is in it, so that `ringside rate` makes the same one.
 */
export interface VoteLine {
  battle_id: string
  /** Lines of the file about this battle, which is one observation however many they are. */
  battle_votes: number
  model_a: string
  /** Counts from 1 within the name. */
  model_a_version: number
  model_b: string
  model_b_version: number
  winner: (typeof WINNERS)[Choice]
  judge: string
  turn: number
  anony: true
  language: Language
  labels: Label[]
  /** `2026-11-27`, by UTC. */
  day: string
  /** Chance with which this pair was drawn; null where it is not known. */
  draw_probability: number | null
  style_a: AnswerStyle | null
  style_b: AnswerStyle | null
}
