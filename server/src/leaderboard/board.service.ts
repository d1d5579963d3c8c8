import { Injectable } from '@nestjs/common'
import type { Board, Slice } from '#shared/protocol/leaderboard'
import { ModelCatalog } from '../config/model-catalog.js'
import { presentBoard } from './board.presenter.js'
import { ContestantService } from './contestant.service.js'
import { keyOf, poolOf } from './slice-key.js'
import { SliceRatings } from './slice-ratings.js'

/** The board of a slice, as of its last counted vote. */
@Injectable()
export class BoardService {
  constructor(
    private readonly catalog: ModelCatalog,
    private readonly ratings: SliceRatings,
    private readonly contestants: ContestantService,
  ) {}

  /** @throws AppError `not_found` for a slice that this arena does not keep */
  async board(slice: Slice): Promise<Board> {
    const pool = poolOf(slice, this.catalog.demoOnly)
    const rated = await this.ratings.of(this.key(slice))
    const contestants = await this.contestants.of(pool)
    return presentBoard(slice, pool, rated, contestants, this.contestants.listed(pool))
  }

  /** The key of the counts that the slice is made from at the moment. */
  key(slice: Slice): string {
    return keyOf(slice, this.catalog.demoOnly)
  }
}
