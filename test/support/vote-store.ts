import type { Choice, Label, Language } from '#shared/vocabulary'
import { AuditTrail } from '#server/admin/audit-trail'
import { VoteAdminService } from '#server/admin/vote-admin.service'
import type { CountChange } from '#server/domain/rating/battle-sums'
import type { Pool } from '#server/domain/rating/slices'
import type { CountsChanged } from '#server/domain/voting/counted-votes'
import { AuditRepository } from '#server/storage/admin/audit.repository'
import { BattleCounts } from '#server/storage/boards/battle-counts'
import { BattleRepository } from '#server/storage/boards/battle.repository'
import { CountRebuilder } from '#server/storage/boards/count-rebuilder'
import type { BattleRow, PairCountRow } from '#server/storage/database/board-tables'
import { ExclusionRepository } from '#server/storage/votes/exclusion.repository'
import type { KyselyDatabase } from '#server/storage/database/kysely-database'
import { PairCountRepository } from '#server/storage/boards/pair-count.repository'
import { ScoreDayRepository } from '#server/storage/boards/score-day.repository'
import { VoteRepository } from '#server/storage/votes/vote.repository'
import { VoteStandingRepository } from '#server/storage/votes/vote-standing.repository'
import { aVote } from './factories.js'
import { ManualClock } from './manual-clock.js'

export interface CastVote {
  battle: string
  voterId: string
  choice: Choice
}

export interface NewBattle {
  id: string
  pool?: Pool
  pair?: readonly [string, string]
  day?: number
  language?: Language
  labels?: readonly Label[]
}

export const aBattle = (battle: NewBattle): BattleRow => ({
  id: battle.id,
  pool: battle.pool ?? 'real',
  versionA: battle.pair?.[0] ?? 'v1',
  versionB: battle.pair?.[1] ?? 'v2',
  day: battle.day ?? 20_000,
  language: battle.language ?? 'en',
  labels: JSON.stringify(battle.labels ?? []),
  rulesVersion: 1,
  corrected: 0,
  turn: 1,
  drawProbability: null,
  styleA: null,
  styleB: null,
})

const finalVote = (
  { versionA, versionB }: BattleRow,
  { battle, voterId, choice }: CastVote,
  excluded: boolean,
) =>
  aVote({
    id: `${battle}/${voterId}`,
    conversationId: battle,
    scope: battle,
    ...{ voterId, choice, versionA, versionB },
    final: 1,
    rated: excluded ? 0 : 1,
    unratedReason: excluded ? 'voter_excluded' : null,
  })

/** Votes, counts and the admin's orders on a real database, without an arena around them. */
export class VoteStore {
  readonly battles: BattleRepository
  readonly counts: PairCountRepository
  readonly battleCounts: BattleCounts
  readonly exclusions: ExclusionRepository
  readonly audit: AuditRepository
  readonly admin: VoteAdminService
  readonly rebuilder: CountRebuilder
  readonly told: CountsChanged[] = []
  private readonly votes: VoteRepository
  private lastId = 0

  constructor(readonly database: KyselyDatabase) {
    this.battles = new BattleRepository(database)
    this.counts = new PairCountRepository(database)
    this.battleCounts = new BattleCounts(
      this.battles,
      this.counts,
      new ScoreDayRepository(database),
    )
    this.exclusions = new ExclusionRepository(database)
    this.audit = new AuditRepository(database)
    this.votes = new VoteRepository(database)
    this.rebuilder = new CountRebuilder(
      database,
      this.battles,
      this.counts,
      new ScoreDayRepository(database),
    )
    const clock = new ManualClock()
    this.admin = new VoteAdminService(
      database,
      this.battles,
      this.battleCounts,
      this.exclusions,
      new VoteStandingRepository(database),
      new AuditTrail(database, this.audit, clock, { next: () => `id-${(this.lastId += 1)}` }),
      { counted: (changed) => void this.told.push(changed) },
      clock,
    )
  }

  /**
   * A final, rated vote, unless its voter is excluded.
   * @param asked what happens once it is known whether they are
   */
  async vote(
    row: BattleRow,
    cast: CastVote,
    asked: () => Promise<void> = () => Promise.resolve(),
  ): Promise<CountChange[]> {
    return this.database.write(async (trx) => {
      await this.battles.remember(trx, row)
      const excluded = await this.exclusions.has(trx, cast.voterId)
      await asked()
      return this.battleCounts.changing(trx, [cast.battle], async () => {
        await this.votes.put(trx, finalVote(row, cast, excluded))
      })
    })
  }

  /** Many of them in one transaction, several of them perhaps on one battle: as an import brings them. */
  async voteAll(votes: readonly (readonly [BattleRow, CastVote])[]): Promise<CountChange[]> {
    // Asked once for all of them: nobody is excluded meanwhile.
    const excluded = new Set((await this.exclusions.all()).map(({ voterId }) => voterId))
    return this.database.write(async (trx) => {
      const battles = new Map(votes.map(([row]) => [row.id, row]))
      await this.battles.remember(trx, [...battles.values()])
      return this.battleCounts.changing(trx, [...battles.keys()], async () => {
        const rows = votes.map(([row, cast]) => finalVote(row, cast, excluded.has(cast.voterId)))
        await this.votes.add(trx, rows)
      })
    })
  }

  /** Every row of the counts, in one order. */
  async dump(): Promise<PairCountRow[]> {
    const rows = await this.database.db.selectFrom('pairCounts').selectAll().execute()
    const keyOf = (row: PairCountRow) =>
      [row.slice, row.language, row.day, row.short, row.versionA, row.versionB].join('\n')
    return rows.sort((x, y) => (keyOf(x) < keyOf(y) ? -1 : 1))
  }
}
