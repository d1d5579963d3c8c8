import { describe, expect, it } from 'vitest'
import { toLines, voteRow } from '#server/admin/export-lines'
import type { ExportedVote } from '#server/storage/admin/export.repository'

const vote: ExportedVote = {
  id: 'vote-1',
  scope: 'battle-1',
  voterId: 'voter-1',
  turn: 1,
  choice: 'both_bad',
  castAt: Date.UTC(2026, 0, 2),
  early: 0,
  rated: 1,
  unratedReason: null,
  modelA: '=alpha, "the first"',
  versionA: 1,
  modelB: 'beta',
  versionB: 2,
  language: 'en',
  labels: '["code","math"]',
  reasons: '{"a":["wrong","too long"]}',
  comment: '=Both\nare weak, "both"',
}

describe('the lines of an export', () => {
  it('tell votes as JSON, a line each', () => {
    const [line, rest] = toLines([voteRow(vote)], 'jsonl', true).split('\n')
    expect(rest).toBe('')
    expect(JSON.parse(line!)).toMatchObject({
      vote_id: 'vote-1',
      model_a: '=alpha, "the first"',
      version_b: 2,
      rated: true,
      unrated_reason: null,
      labels: ['code', 'math'],
      cast_at: '2026-01-02T00:00:00.000Z',
      reasons_a: ['wrong', 'too long'],
      reasons_b: [],
      comment: '=Both\nare weak, "both"',
    })
    const unsaid = toLines([voteRow({ ...vote, reasons: null, comment: null })], 'jsonl', true)
    expect(JSON.parse(unsaid)).toMatchObject({ reasons_a: [], reasons_b: [], comment: null })
  })

  it('tell them as a table that no spreadsheet takes for a formula', () => {
    const [names, row] = toLines([voteRow(vote)], 'csv', true).split('\r\n')
    expect(names).toMatch(/^vote_id,battle_id,voter_id,turn,choice,model_a,/)
    expect(row).toContain(`,"'=alpha, ""the first""",1,beta,2,true,,false,en,code; math,`)
    expect(row).toMatch(/,wrong; too long,,"'=Both are weak, ""both"""$/)
    expect(toLines([voteRow(vote)], 'csv', false)).not.toContain('vote_id')
    expect(toLines([], 'csv', true)).toBe('')
  })
})
