import type { ExportFormat } from '#shared/protocol/admin-votes'
import type { VoteReasons } from '#shared/vote-reasons'
import type { ExportedVote } from '../storage/admin/export.repository.js'

type Cell = string | number | boolean | null
export type ExportRow = Record<string, Cell | string[]>

/** A vote, what it was about and what the voter said of it; nothing of what was asked and answered. */
export const voteRow = (vote: ExportedVote): ExportRow => ({
  vote_id: vote.id,
  battle_id: vote.scope,
  voter_id: vote.voterId,
  turn: vote.turn,
  choice: vote.choice,
  model_a: vote.modelA,
  version_a: vote.versionA,
  model_b: vote.modelB,
  version_b: vote.versionB,
  rated: vote.rated === 1,
  unrated_reason: vote.unratedReason,
  early: vote.early === 1,
  language: vote.language,
  labels: labelsOf(vote),
  cast_at: new Date(vote.castAt).toISOString(),
  reasons_a: reasonsOf(vote).a ?? [],
  reasons_b: reasonsOf(vote).b ?? [],
  comment: vote.comment,
})

const reasonsOf = ({ reasons }: ExportedVote): VoteReasons =>
  reasons === null ? {} : (JSON.parse(reasons) as VoteReasons)

const labelsOf = ({ labels }: ExportedVote): string[] =>
  labels === null ? [] : (JSON.parse(labels) as string[])

/** Each row as a line, under a line of names where the format has one. */
export const toLines = (
  rows: readonly ExportRow[],
  format: ExportFormat,
  names: boolean,
): string => {
  if (format === 'jsonl') return rows.map((row) => `${JSON.stringify(row)}\n`).join('')
  const head = names && rows[0] ? `${Object.keys(rows[0]).join(',')}\r\n` : ''
  return head + rows.map((row) => `${Object.values(row).map(cellText).join(',')}\r\n`).join('')
}

/** A spreadsheet would take a text that begins like a formula for one. */
const FORMULA = /^[=+\-@\t\r]/

function cellText(value: ExportRow[string]): string {
  if (value === null) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = typeof value === 'string' ? value : value.join('; ')
  // A row is a line, also for what counts them.
  const line = text.replace(/\s*[\r\n]+\s*/g, ' ')
  const harmless = FORMULA.test(line) ? `'${line}` : line
  return /[",]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
