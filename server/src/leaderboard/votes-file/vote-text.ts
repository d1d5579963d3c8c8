import { csvLine } from '../csv.js'
import type { VoteLine } from '../../domain/voting/vote-line.js'

export const VOTE_FORMATS = ['jsonl', 'csv'] as const
export type VoteFormat = (typeof VOTE_FORMATS)[number]

/** Fields in the order of a line; each is here once. */
const COLUMNS = [
  'battle_id',
  'battle_votes',
  'model_a',
  'model_a_version',
  'model_b',
  'model_b_version',
  'winner',
  'judge',
  'turn',
  'anony',
  'language',
  'labels',
  'day',
  'draw_probability',
  'style_a',
  'style_b',
] as const satisfies readonly (keyof VoteLine)[]

interface VoteText {
  /** What the file begins with. */
  head: string
  line(vote: VoteLine): string
}

/** How votes are written into a file. In a table, lists are joined by spaces and figures of style stand as JSON. */
export const VOTE_TEXT: Record<VoteFormat, VoteText> = {
  jsonl: { head: '', line: (vote) => `${JSON.stringify(vote)}\n` },
  csv: {
    head: csvLine(COLUMNS),
    line: (vote) => csvLine(COLUMNS.map((column) => cellOf(vote[column]))),
  },
}

function cellOf(value: VoteLine[keyof VoteLine]) {
  if (Array.isArray(value)) return value.join(' ')
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
}
