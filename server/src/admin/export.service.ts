import { Injectable } from '@nestjs/common'
import { Readable } from 'node:stream'
import type { ExportFormat, ExportKind } from '#shared/protocol/admin-votes'
import { ModelCatalog } from '../config/model-catalog.js'
import { VoteLines } from '../leaderboard/votes-file/vote-lines.js'
import { VOTE_TEXT } from '../leaderboard/votes-file/vote-text.js'
import { Pseudonyms } from '../session/pseudonyms.js'
import { ExportRepository } from '../storage/admin/export.repository.js'
import { VoteStandingRepository } from '../storage/votes/vote-standing.repository.js'
import { AuditTrail } from './audit-trail.js'
import { toLines, voteRow } from './export-lines.js'

export interface Export {
  /** How many there are at this moment. */
  rows: number
  lines: Readable
}

/** Votes as a file, made while it is read. */
@Injectable()
export class ExportService {
  constructor(
    private readonly votes: ExportRepository,
    private readonly standings: VoteStandingRepository,
    private readonly published: VoteLines,
    private readonly catalog: ModelCatalog,
    private readonly trail: AuditTrail,
  ) {}

  begin(kind: ExportKind, format: ExportFormat): Promise<Export> {
    return kind === 'votes' ? this.allVotes(format) : this.battles(format)
  }

  /** Every final vote, those that do not count with their reason. */
  private async allVotes(format: ExportFormat): Promise<Export> {
    const rows = await this.votes.count()
    await this.trail.write({ action: 'votes_exported', details: { format, rows } })
    const votes = this.votes
    async function* lines() {
      let first = true
      for await (const some of votes.votes()) {
        yield toLines(some.map(voteRow), format, first)
        first = false
      }
    }
    return { rows, lines: Readable.from(lines()) }
  }

  /** What counts, in the form of `ringside export votes`, of the board that people see first. */
  private async battles(format: ExportFormat): Promise<Export> {
    const pool = this.catalog.demoOnly ? 'demo' : 'real'
    const tally = await this.standings.tally(pool)
    const rows = tally.filter(({ rated }) => rated).reduce((sum, { votes }) => sum + votes, 0)
    await this.trail.write({ action: 'battles_exported', details: { format, rows } })
    const published = this.published.of(
      { pool, category: 'overall', language: '', from: 0, excludeTies: false, excludeShort: false },
      new Pseudonyms(),
    )
    const { head, line } = VOTE_TEXT[format]
    async function* lines() {
      yield head
      for await (const some of published) yield some.map(line).join('')
    }
    return { rows, lines: Readable.from(lines()) }
  }
}
