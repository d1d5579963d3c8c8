import { Injectable } from '@nestjs/common'
import type { BoardPlace, VoteEffectReply } from '#shared/protocol/vote-effect'
import { AppError } from '../domain/app-error.js'
import { withoutVote } from '../domain/rating/without-vote.js'
import { BattleRepository } from '../storage/boards/battle.repository.js'
import { VoteRepository } from '../storage/votes/vote.repository.js'
import { BoardService } from './board.service.js'
import type { FittedBoard } from './fit/fit-job.js'
import { metOf } from './met.js'
import { SliceRatings } from './slice-ratings.js'

/** What somebody's vote did: how others voted on the same pair, and where the board would be without it. */
@Injectable()
export class VoteEffectService {
  constructor(
    private readonly votes: VoteRepository,
    private readonly battles: BattleRepository,
    private readonly boards: BoardService,
    private readonly ratings: SliceRatings,
  ) {}

  /**
   * Only to whose vote is on the board: that vote is final, and its voter knows who was who.
   * @throws AppError `not_found`
   */
  async of(conversationId: string, voterId: string): Promise<VoteEffectReply> {
    const vote = await this.votes.find(conversationId, voterId)
    if (!vote || vote.final === 0 || vote.rated === 0) {
      throw new AppError('not_found', 'There is no vote of yours on the board here.')
    }
    const battle = vote.held === 0 && (await this.battles.counted(conversationId))
    if (!battle) return { effect: null }
    const spec = this.boards.spec({ demo: battle.pool === 'demo' }, voterId)
    const { standings: after, rows, updatedAt: asOf } = await this.ratings.of(spec)
    const others = withoutVote(rows, battle, vote.choice)
    const { standings: before } = await this.ratings.rate(spec, { asOf, rows: others }, after)
    const effect = {
      demo: battle.pool === 'demo',
      votes: after.votes,
      minimumVotes: this.boards.minimumVotes,
      others: metOf(others, battle.versionA, battle.versionB).votes,
      sides: {
        a: {
          before: this.place(before, battle.versionA),
          after: this.place(after, battle.versionA),
        },
        b: {
          before: this.place(before, battle.versionB),
          after: this.place(after, battle.versionB),
        },
      },
    }
    return { effect }
  }

  private place(board: FittedBoard, version: string): BoardPlace | null {
    const row = board.rows.find(({ model }) => model === version)
    if (!row) return null
    return { rating: row.rating, rank: this.boards.isRanked(board.votes) ? row.rank : null }
  }
}
