import { Injectable } from '@nestjs/common'
import type { Slice } from '#shared/protocol/leaderboard'
import type { Bootstrap } from '#shared/protocol/leaderboard-views'
import { AppError } from '../domain/app-error.js'
import { BoardService } from './board.service.js'
import { ContestantService } from './contestant.service.js'
import { Fitter } from './fit/fitter.js'
import { SliceRatings, type RatedSlice } from './slice-ratings.js'

/** As many as the predecessor drew. */
const ROUNDS = 100
const SEED = 1

/** Intervals as other arenas make them, to hold against ours. */
@Injectable()
export class BootstrapService {
  /** By what they were made from: the samples of one board are drawn once. */
  private readonly made = new WeakMap<RatedSlice, ReturnType<BootstrapService['sample']>>()

  constructor(
    private readonly boards: BoardService,
    private readonly ratings: SliceRatings,
    private readonly contestants: ContestantService,
    private readonly fitter: Fitter,
  ) {}

  /** @throws AppError `not_found` under style control, of which no samples are drawn */
  async bootstrap(slice: Slice, voterId: string): Promise<Bootstrap> {
    const spec = this.boards.spec(slice, voterId)
    if (spec.styleControl) {
      throw new AppError('not_found', 'There is no bootstrap under style control.')
    }
    const rated = await this.ratings.of(spec)
    const found = this.made.get(rated) ?? this.sample(rated)
    this.made.set(rated, found)
    found.catch(() => this.made.delete(rated))
    const contestants = await this.contestants.of(spec.pool)
    const ours = new Map(rated.standings.rows.map((row) => [row.model, row]))
    const known = (value: number): number | null => (Number.isNaN(value) ? null : value)
    return {
      slice,
      demo: spec.pool === 'demo',
      updatedAt: rated.updatedAt,
      rounds: ROUNDS,
      rows: (await found).map(({ model, lower, upper, deviation }) => {
        const { name, version, current } = contestants.get(model)!
        const row = ours.get(model)!
        return {
          model: name,
          version,
          current,
          lower: known(lower),
          upper: known(upper),
          deviation: known(deviation),
          board: { lower: row.lower, upper: row.upper, standardError: row.standardError },
        }
      }),
    }
  }

  private sample({ standings, rows }: RatedSlice) {
    return this.fitter.run('bootstrap', { rows, board: standings, rounds: ROUNDS, seed: SEED })
  }
}
