import { Injectable } from '@nestjs/common'
import type { VoteAuditRow } from '../storage/database.js'
import { ExclusionRepository } from '../storage/exclusion.repository.js'
import { VoteAuditRepository } from '../storage/vote-audit.repository.js'
import { VoteStandingRepository } from '../storage/vote-standing.repository.js'

export interface AdminVoter {
  voterId: string
  votes: number
  rated: number
  /** When the newest vote was cast, in milliseconds since the epoch. */
  lastVoteAt: number
  excluded: boolean
  reason?: string
}

export interface AuditEntry extends Pick<VoteAuditRow, 'action' | 'subject' | 'reason'> {
  at: number
  details: unknown
}

/** Voters and what was done about them, for the admin. */
@Injectable()
export class VoteListService {
  constructor(
    private readonly standings: VoteStandingRepository,
    private readonly exclusions: ExclusionRepository,
    private readonly log: VoteAuditRepository,
  ) {}

  async voters(): Promise<AdminVoter[]> {
    const excluded = new Map((await this.exclusions.all()).map((row) => [row.voterId, row.reason]))
    const voters = await this.standings.busiest()
    return voters.map(({ voterId, votes, rated, lastVoteAt }) => ({
      voterId,
      votes,
      rated,
      lastVoteAt,
      excluded: excluded.has(voterId),
      ...(excluded.has(voterId) && { reason: excluded.get(voterId)! }),
    }))
  }

  async audit(): Promise<AuditEntry[]> {
    const rows = await this.log.newest()
    return rows.map(({ createdAt, action, subject, reason, details }) => ({
      at: createdAt,
      action,
      subject,
      reason,
      details: JSON.parse(details) as unknown,
    }))
  }
}
