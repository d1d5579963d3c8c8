import { Injectable } from '@nestjs/common'
import type { Slice } from '#shared/protocol/leaderboard'
import type { PairFigures, PairOfModels, PairView } from '#shared/protocol/leaderboard-views'
import { CATEGORIES } from '#shared/vocabulary'
import { AppError } from '../domain/app-error.js'
import { compare } from '../domain/rating/compare/comparison.js'
import { figuresOf, NO_VOTES, presentRow, presentVoters } from './board.presenter.js'
import { BoardService } from './board.service.js'
import { versionNamed } from './contestant.js'
import { ContestantService } from './contestant.service.js'
import { metOf } from './met.js'
import { SliceRatings, type RatedSlice } from './slice-ratings.js'
import type { SliceSpec } from './slice-spec.js'

/** Two models: who is better, how sure that is, and what it would take to be sure. */
@Injectable()
export class PairService {
  constructor(
    private readonly boards: BoardService,
    private readonly ratings: SliceRatings,
    private readonly contestants: ContestantService,
  ) {}

  /** @throws AppError `not_found` for a model that no board has, or one against itself */
  async pair(slice: Slice, asked: PairOfModels, voterId: string): Promise<PairView> {
    const spec = this.boards.spec(slice, voterId)
    const contestants = await this.contestants.of(spec.pool)
    const a = versionNamed(contestants, asked.a, asked.aVersion)
    const b = versionNamed(contestants, asked.b, asked.bVersion)
    if (a === b) throw new AppError('not_found', 'A model is not compared with itself.')
    const rated = await this.ratings.of(spec)
    const found = this.figures(rated, a, b)
    const row = (id: string) => {
      const standing = rated.standings.rows.find(({ model }) => model === id)
      const { ranked } = found
      return presentRow(contestants.get(id)!, standing ? figuresOf(standing, ranked) : NO_VOTES)
    }
    return {
      slice,
      demo: spec.pool === 'demo',
      minimumVotes: this.boards.minimumVotes,
      ...presentVoters(rated.standings),
      updatedAt: rated.updatedAt,
      a: row(a),
      b: row(b),
      ...found,
      categories: await this.byCategory(spec, a, b),
    }
  }

  private async byCategory(spec: SliceSpec, a: string, b: string): Promise<PairView['categories']> {
    const found: PairView['categories'] = []
    for (const category of CATEGORIES) {
      const figures = this.figures(await this.ratings.of({ ...spec, category }), a, b)
      if (figures.battles > 0) found.push({ category, ...figures })
    }
    return found
  }

  private figures({ standings, rows }: RatedSlice, a: string, b: string): PairFigures {
    const { votes, battles } = metOf(rows, a, b)
    const met = { ...this.boards.standing(standings.votes), votes, battles }
    const comparison = compare(standings.ranked, a, b)
    if (!comparison) return { ...met, ...UNCOMPARED }
    const { winChance, better, difference, fixed, always, decided, moreBattles } = comparison
    return { ...met, winChance, better, difference, fixed, always, decided, moreBattles }
  }
}

const UNCOMPARED = {
  winChance: null,
  better: null,
  difference: null,
  fixed: null,
  always: null,
  decided: null,
  moreBattles: null,
}
