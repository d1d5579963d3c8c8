import type { Bilingual } from '../kit/language.js'

export type TaskId =
  | 'reverse-string'
  | 'fibonacci'
  | 'factorial'
  | 'sort-list'
  | 'prime-test'
  | 'fizzbuzz'
  | 'palindrome'
  | 'read-csv'
  | 'http-request'
  | 'debounce'
  | 'binary-search'
  | 'count-words'
  | 'sql-select'
  | 'merge-intervals'

/** A programming task that people often try first, with what may be said about it. */
export interface Task {
  id: TaskId
  match: RegExp
  title: Bilingual
  /** The approach in one sentence. */
  idea: Bilingual
  /** What to look out for. */
  care: Bilingual
  /** Running time, as LaTeX. */
  cost: string
  /** The task as a formula, as LaTeX. */
  formula: string
}
