import type { Snippet } from '../code/library.js'
import type { Voice } from '../kit/voice.js'
import type { Understanding } from '../kit/understand.js'
import type { Solution } from '../math/solution.js'

export interface Table {
  head: string[]
  rows: string[][]
}

/** What there is to say to a prompt, in its language; each persona tells it in a manner of its own. */
export interface Finding {
  /** Whether facts stand behind it; otherwise it only orders the prompt's own terms. */
  known: boolean
  title: string
  /** The answer in a sentence or two. */
  gist: string
  because: string
  points: string[]
  myth?: string
  table?: Table
  /** LaTeX. */
  formula?: string
  /** Running time of a program, as LaTeX. */
  cost?: string
  verse?: string[]
  solution?: Solution
  snippet?: Snippet
}

/** Looks for one kind of answer; nothing where the prompt is not of that kind. */
export type Finder = (understanding: Understanding, voice: Voice) => Finding | undefined
