import { Injectable } from '@nestjs/common'
import type { BoardPlace, VoteEffect, VoteEffectReply } from '#shared/protocol/vote-effect'
import { AppError } from '../domain/app-error.js'
import { samePairs } from '../domain/rating/pair-rows.js'
import { withoutVote } from '../domain/rating/without-vote.js'
import { BattleRepository } from '../storage/boards/battle.repository.js'
import { PairCountRepository } from '../storage/boards/pair-count.repository.js'
import type { VoteRow } from '../storage/database/database.js'
import { KyselyDatabase } from '../storage/database/kysely-database.js'
import { VoteRepository } from '../storage/votes/vote.repository.js'
import { BoardService } from './board.service.js'
import type { FittedBoard } from './fit/fit-job.js'
import { metOf } from './met.js'
import type { SliceSpec } from './slice-spec.js'
import { SliceRatings, type RatedSlice } from './slice-ratings.js'

/** What somebody's vote did: how others voted on the same pair, and where the board would be without it. */
@Injectable()
export class VoteEffectService {
  /** Each is a fit of its own: of one board the effect of a vote is worked out once. */
  private readonly made = new WeakMap<RatedSlice, Map<string, Promise<VoteEffect>>>()

  constructor(
    private readonly database: KyselyDatabase,
    private readonly votes: VoteRepository,
    private readonly battles: BattleRepository,
    private readonly counts: PairCountRepository,
    private readonly boards: BoardService,
    private readonly ratings: SliceRatings,
  ) {}

  /**
   * Only to whose vote is on the board: that vote is final, and its voter knows who was who.
   * @throws AppError `not_found`
   */
  async of(conversationId: string, voterId: string): Promise<VoteEffectReply> {
    const vote = await this.votes.find(conversationId, voterId)
    if (!vote || vote.final === 0 || vote.rated === 0) throw notCounted()
    const battle = vote.held === 0 && (await this.battles.counted(conversationId))
    if (!battle) return { effect: null }
    const spec = this.boards.spec({ demo: battle.pool === 'demo' }, voterId)
    const rated = await this.ratings.of(spec)
    const known = this.made.get(rated) ?? new Map<string, Promise<VoteEffect>>()
    this.made.set(rated, known)
    const found = known.get(vote.id) ?? this.effect(spec, rated, vote)
    known.set(vote.id, found)
    found.catch(() => known.delete(vote.id))
    return { effect: await found }
  }

  private async effect(spec: SliceSpec, rated: RatedSlice, vote: VoteRow): Promise<VoteEffect> {
    const { battle, rows } = await this.database.read(async (db) => ({
      battle: await this.battles.counted(vote.scope, db),
      rows: await this.counts.load(spec, db),
    }))
    if (!battle) throw notCounted()
    const { updatedAt: asOf } = rated
    // A vote is in storage a moment before the board hears of it.
    const { standings: after } = samePairs(rows, rated.rows)
      ? rated
      : await this.ratings.rate(spec, { asOf, rows }, rated.standings)
    const others = withoutVote(rows, battle, vote.choice)
    const { standings: before } = await this.ratings.rate(spec, { asOf, rows: others }, after)
    const places = (version: string) => ({
      before: this.place(before, version),
      after: this.place(after, version),
    })
    return {
      demo: battle.pool === 'demo',
      votes: after.votes,
      minimumVotes: this.boards.minimumVotes,
      others: metOf(others, battle.versionA, battle.versionB).votes,
      sides: { a: places(battle.versionA), b: places(battle.versionB) },
    }
  }

  private place(board: FittedBoard, version: string): BoardPlace | null {
    const row = board.rows.find(({ model }) => model === version)
    if (!row) return null
    return { rating: row.rating, rank: this.boards.isRanked(board.votes) ? row.rank : null }
  }
}

const notCounted = (): AppError =>
  new AppError('not_found', 'There is no vote of yours on the board here.')
