import { Injectable } from '@nestjs/common'
import type { BoardModel, Slice } from '#shared/protocol/leaderboard'
import type { Matrices } from '#shared/protocol/leaderboard-views'
import { matricesOf } from '../domain/rating/matrices.js'
import { countsOfRows } from '../domain/rating/pair-rows.js'
import { BoardService } from './board.service.js'
import type { Contestant } from './contestant.js'
import { ContestantService } from './contestant.service.js'
import { SliceRatings } from './slice-ratings.js'

/** How every model did against every other one in a slice. */
@Injectable()
export class MatricesService {
  constructor(
    private readonly boards: BoardService,
    private readonly ratings: SliceRatings,
    private readonly contestants: ContestantService,
  ) {}

  /** @throws AppError `not_found` for a slice that this arena does not keep */
  async matrices(slice: Slice, voterId: string): Promise<Matrices> {
    const spec = this.boards.spec(slice, voterId)
    const { standings, rows, updatedAt } = await this.ratings.of(spec)
    const contestants = await this.contestants.of(spec.pool)
    const { models, battles, wins, predicted } = matricesOf(countsOfRows(rows), standings)
    return {
      slice,
      demo: spec.pool === 'demo',
      votes: standings.votes,
      ranked: this.boards.isRanked(standings.votes),
      minimumVotes: this.boards.minimumVotes,
      updatedAt,
      models: models.map((id) => presentModel(contestants.get(id), id)),
      battles,
      wins,
      predicted,
    }
  }
}

/** A version that is on a board was written down before its first battle. */
function presentModel(contestant: Contestant | undefined, id: string): BoardModel {
  if (!contestant) throw new Error(`The version ${id} is not known`)
  return {
    model: contestant.name,
    version: contestant.version,
    current: contestant.current,
  }
}
