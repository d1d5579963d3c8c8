import { Injectable } from '@nestjs/common'
import type { Board, Slice } from '#shared/protocol/leaderboard'
import type { SliceStanding } from '#shared/protocol/leaderboard-views'
import { ModelCatalog } from '../config/model-catalog.js'
import { Settings } from '../config/settings.js'
import { dayOf } from '../domain/day.js'
import { Clock } from '../domain/ports.js'
import type { Anchor } from '../domain/rating/anchor.js'
import { presentBoard } from './board.presenter.js'
import { ContestantService } from './contestant.service.js'
import { SliceRatings, type RatedSlice } from './slice-ratings.js'
import { specOf, type SliceSpec } from './slice-spec.js'
import type { FitVotes } from './slice-votes.js'

/** The board of a slice, as of its last counted vote. */
@Injectable()
export class BoardService {
  constructor(
    private readonly catalog: ModelCatalog,
    private readonly ratings: SliceRatings,
    private readonly contestants: ContestantService,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `not_found` for a slice that this arena does not keep */
  async board(slice: Slice, voterId: string): Promise<Board> {
    const spec = this.spec(slice, voterId)
    return this.present(slice, spec, await this.ratings.of(spec))
  }

  /** The board of exactly these votes, whatever was counted meanwhile. */
  async boardOf(slice: Slice, spec: SliceSpec, votes: FitVotes): Promise<Board> {
    return this.present(slice, spec, await this.ratings.rate(spec, votes))
  }

  /** The model that has the same rating on every board, by the version that its name is now. */
  anchor(): Anchor | null {
    const { boardAnchor } = this.settings
    if (!boardAnchor) return null
    const { model, rating } = boardAnchor
    return { model: this.catalog.find(model)?.versionId ?? '', rating }
  }

  /** Days since the epoch. */
  today(): number {
    return dayOf(this.clock.now())
  }

  /** With fewer votes a board ranks nobody. */
  get minimumVotes(): number {
    return this.settings.boardMinVotes
  }

  /** Whether so many votes are enough for ranks. */
  isRanked(votes: number): boolean {
    return votes >= this.minimumVotes
  }

  /** Whether a slice with so many votes is ranked, for views of it. */
  standing(votes: number): SliceStanding {
    return { ranked: this.isRanked(votes), sliceVotes: votes }
  }

  /** What the slice means at the moment, for this voter. */
  spec(slice: Slice, voterId: string): SliceSpec {
    const { demoOnly } = this.catalog
    return specOf(slice, { demoOnly, today: this.today(), voterId, anchor: this.anchor() })
  }

  private async present(
    slice: Slice,
    { pool, anchor }: SliceSpec,
    rated: RatedSlice,
  ): Promise<Board> {
    const contestants = await this.contestants.of(pool)
    const { boardAnchor } = this.settings
    return presentBoard({
      slice,
      pool,
      rated,
      contestants,
      anchor: boardAnchor && {
        ...boardAnchor,
        version: contestants.get(anchor?.model ?? '')?.version,
      },
      listed: this.contestants.listed(pool),
      minimumVotes: this.minimumVotes,
    })
  }
}
