import type { Bilingual } from '../kit/language.js'

/** What is known of a topic, in one language. */
interface Account {
  title: string
  /** The answer in one sentence. */
  gist: string
  /** How it comes about, or why it matters. */
  because: string
  points: [string, string, string]
  /** The tempting wrong answer, and what is wrong with it. */
  myth: string
  /** Where two things are compared: their names, then an aspect with a word on each. */
  table?: { sides: [string, string]; rows: [aspect: string, first: string, second: string][] }
}

export interface Topic extends Bilingual<Account> {
  id: string
  match: RegExp
  /** LaTeX. */
  formula?: string
}
