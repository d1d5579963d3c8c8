import { Injectable } from '@nestjs/common'
import type { VotesChanged } from '#shared/protocol/admin-votes'
import { isUndoable, type AdminAction, type Label, type Language } from '#shared/vocabulary'
import { AppError } from '../domain/app-error.js'
import { RULES_VERSION } from '../domain/labels/label-rules.js'
import { Clock } from '../domain/ports.js'
import type { CountChange } from '../domain/rating/battle-sums.js'
import { CountedVotes } from '../domain/voting/counted-votes.js'
import { putBack, standsBy, takenOff, type Standing } from '../domain/voting/vote-standing.js'
import { BattleCounts } from '../storage/boards/battle-counts.js'
import { BattleRepository } from '../storage/boards/battle.repository.js'
import type { VoteRow } from '../storage/database/database.js'
import { ExclusionRepository } from '../storage/votes/exclusion.repository.js'
import { KyselyDatabase, type Trx } from '../storage/database/kysely-database.js'
import { VoteStandingRepository } from '../storage/votes/vote-standing.repository.js'
import { AuditTrail } from './audit-trail.js'

const RATED = standsBy(null)
const EXCLUDED = takenOff(RATED, 'voter_excluded')

/** Votes that an admin takes off the boards or puts back, and labels put right: all of it written down. */
@Injectable()
export class VoteAdminService {
  constructor(
    private readonly database: KyselyDatabase,
    private readonly battles: BattleRepository,
    private readonly counts: BattleCounts,
    private readonly exclusions: ExclusionRepository,
    private readonly standings: VoteStandingRepository,
    private readonly trail: AuditTrail,
    private readonly counted: CountedVotes,
    private readonly clock: Clock,
  ) {}

  /** Withdrawing what is withdrawn already changes nothing. */
  withdraw(voteId: string, reason: string): Promise<VotesChanged> {
    return this.change(async (trx) => {
      const vote = await this.standings.byId(trx, voteId)
      if (vote?.final !== 1) throw new AppError('not_found', 'There is no such final vote.')
      // Nor what is on no board and without a reason: its battle was deleted before it could be counted.
      const counted = vote.rated === 1 || vote.unratedReason !== null
      if (vote.unratedReason === 'withdrawn' || !counted) {
        return { battles: [], changes: [], voters: [] }
      }
      return this.turnVote(trx, vote, takenOff(vote, 'withdrawn'), 'vote_withdrawn', reason)
    })
  }

  /** Undoes a withdrawal, or lets a vote count that was one too many; an excluded voter's still waits for that. */
  restoreVote(voteId: string, reason: string): Promise<VotesChanged> {
    return this.change(async (trx) => {
      const vote = await this.standings.byId(trx, voteId)
      if (vote?.final !== 1 || !isUndoable(vote.unratedReason)) {
        throw new AppError('not_found', 'There is no such vote that could be put back.')
      }
      const excluded = await this.exclusions.has(trx, vote.voterId)
      return this.turnVote(trx, vote, putBack(vote, excluded), 'vote_restored', reason)
    })
  }

  /** From now on no vote of this voter counts, and none that counted does. */
  exclude(voterId: string, reason: string): Promise<VotesChanged> {
    return this.change(async (trx) => {
      const row = { voterId, reason, createdAt: this.clock.now() }
      if (!(await this.exclusions.add(trx, row))) return { battles: [], changes: [], voters: [] }
      return this.turnVoter(
        trx,
        RATED,
        { action: 'voter_excluded', subject: voterId, reason },
        () => this.standings.turn(trx, voterId, RATED, EXCLUDED),
      )
    })
  }

  /**
   * Undoes an exclusion: what did not count for that reason alone counts again, as far as the caps let it. What was
   * cast under an exclusion before `ownReason` was kept never met them, and all of it counts.
   */
  restore(voterId: string, reason: string): Promise<VotesChanged> {
    return this.change(async (trx) => {
      if (!(await this.exclusions.remove(trx, voterId))) {
        throw new AppError('not_found', 'This voter is not excluded.')
      }
      const act = { action: 'voter_restored', subject: voterId, reason } as const
      return this.turnVoter(trx, EXCLUDED, act, async () => {
        await this.standings.uncover(trx, voterId)
        await this.standings.turn(trx, voterId, EXCLUDED, RATED)
      })
    })
  }

  /** Gives a battle other labels or another language; the rules leave it alone from then on. */
  relabel(
    id: string,
    given: { language?: Language | undefined; labels?: Label[] | undefined },
    reason: string,
  ): Promise<VotesChanged> {
    return this.change(async (trx) => {
      const battle = await this.battles.find(id, trx)
      if (!battle) throw new AppError('not_found', 'There is no such battle with a rated vote.')
      const { language, labels } = battle
      const changes = await this.counts.changing(trx, [id], () =>
        this.battles.relabel(trx, id, {
          language: given.language ?? language,
          labels: given.labels ? JSON.stringify(given.labels) : labels,
          rulesVersion: RULES_VERSION,
          corrected: 1,
        }),
      )
      const before = { language, labels: JSON.parse(labels) as Label[] }
      await this.trail.note(trx, {
        action: 'battle_relabelled',
        subject: id,
        reason,
        details: { before, after: given },
      })
      return { battles: [id], changes, voters: await this.standings.votersOf(trx, id) }
    })
  }

  private async turnVote(
    trx: Trx,
    vote: VoteRow,
    to: Standing,
    action: AdminAction,
    reason: string,
  ) {
    const battles = [vote.scope]
    const changes = await this.counts.changing(trx, battles, () =>
      this.standings.set(trx, vote.id, to),
    )
    const { id: subject, rated, unratedReason } = vote
    await this.trail.note(trx, { action, subject, reason, details: { rated, unratedReason } })
    return { battles, changes, voters: [vote.voterId] }
  }

  private async turnVoter(
    trx: Trx,
    from: Standing,
    act: { action: AdminAction; subject: string; reason: string },
    turn: () => Promise<void>,
  ) {
    const battles = await this.standings.battlesOf(trx, act.subject, from)
    const changes = await this.counts.changing(trx, battles, turn)
    await this.trail.note(trx, { ...act, details: { battles: battles.length } })
    return { battles, changes, voters: [act.subject] }
  }

  private async change(
    work: (trx: Trx) => Promise<{ battles: string[]; changes: CountChange[]; voters: string[] }>,
  ): Promise<VotesChanged> {
    const { battles, changes, voters } = await this.database.write(work)
    if (battles.length > 0) this.counted.counted({ cells: changes, voters })
    return { battles: battles.length }
  }
}
