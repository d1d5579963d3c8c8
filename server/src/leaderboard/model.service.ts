import { Injectable } from '@nestjs/common'
import type { Slice } from '#shared/protocol/leaderboard'
import type { CategoryStanding, ModelView, Opponent } from '#shared/protocol/leaderboard-views'
import { CATEGORIES } from '#shared/vocabulary'
import { ModelCatalog } from '../config/model-catalog.js'
import { matricesOf } from '../domain/rating/matrices.js'
import { countsOfRows } from '../domain/rating/pair-rows.js'
import { figuresOf, NO_VOTES, presentRow, type Figures } from './board.presenter.js'
import { BoardService } from './board.service.js'
import { versionNamed, type Contestant } from './contestant.js'
import { ContestantService } from './contestant.service.js'
import { DrawListService } from './draw-list.service.js'
import { ScoreHistoryService } from './history.service.js'
import { SliceRatings, type RatedSlice } from './slice-ratings.js'
import type { SliceSpec } from './slice-spec.js'

/** Days of scores that the page of a model shows. */
const HISTORY_DAYS = 365

type Contestants = ReadonlyMap<string, Contestant>

/** All that the boards know of one model. */
@Injectable()
export class ModelService {
  constructor(
    private readonly catalog: ModelCatalog,
    private readonly boards: BoardService,
    private readonly ratings: SliceRatings,
    private readonly contestants: ContestantService,
    private readonly scores: ScoreHistoryService,
    private readonly draws: DrawListService,
  ) {}

  /** @throws AppError `not_found` for a model that no board has */
  async model(
    slice: Slice,
    asked: { name: string; version: number | undefined },
    voterId: string,
  ): Promise<ModelView> {
    const spec = this.boards.spec(slice, voterId)
    const contestants = await this.contestants.of(spec.pool)
    const id = versionNamed(contestants, asked.name, asked.version)
    const row = contestants.get(id)!
    const rated = await this.ratings.of(spec)
    const isIt = (other: { model: string; version: number }) =>
      other.model === row.name && other.version === row.version
    const { models } = await this.scores.history(slice.demo, HISTORY_DAYS, voterId)
    const drawn = (await this.draws.list(slice.demo, voterId)).models.find(isIt)
    const model = this.catalog.byVersion(id)
    return {
      slice,
      demo: spec.pool === 'demo',
      updatedAt: rated.updatedAt,
      row: presentRow(row, this.figures(rated, id)),
      ...(model?.description !== undefined && { description: model.description }),
      ...(model?.contextWindow !== undefined && { contextWindow: model.contextWindow }),
      versions: versionsOf(contestants, row.name),
      categories: await this.byCategory(spec, id),
      opponents: opponentsOf(rated, contestants, id),
      history: models.find(isIt)?.points ?? [],
      draws: drawn ? { draws: drawn.draws, share: drawn.share } : null,
    }
  }

  private figures({ standings }: RatedSlice, id: string): Figures {
    const standing = standings.rows.find(({ model }) => model === id)
    return standing ? figuresOf(standing, this.boards.isRanked(standings.votes)) : NO_VOTES
  }

  private async byCategory(spec: SliceSpec, id: string): Promise<CategoryStanding[]> {
    const found: CategoryStanding[] = []
    for (const category of CATEGORIES) {
      const of = this.figures(await this.ratings.of({ ...spec, category }), id)
      const { rating, lower, upper, rank, votes, provisional } = of
      found.push({ category, rating, lower, upper, rank, votes, provisional })
    }
    return found
  }
}

const versionsOf = (contestants: Contestants, name: string): ModelView['versions'] =>
  [...contestants.values()]
    .filter((contestant) => contestant.name === name)
    .sort((x, y) => y.version - x.version)
    .map(({ version, current }) => ({ model: name, version, current }))

/** Those that it has met, in the order of the board. */
function opponentsOf(
  { standings, rows }: RatedSlice,
  contestants: Contestants,
  id: string,
): Opponent[] {
  const { models, wins, predicted } = matricesOf(countsOfRows(rows), standings)
  const at = models.indexOf(id)
  return models.flatMap((other, i) => {
    const contestant = contestants.get(other)
    const met = rows.find(
      ({ versionA, versionB }) =>
        (versionA === id && versionB === other) || (versionA === other && versionB === id),
    )
    if (!met || !contestant) return []
    const { a, b, tie, both_bad } = met.sums
    const [won, lost] = met.versionA === id ? [a, b] : [b, a]
    return [
      {
        model: contestant.name,
        version: contestant.version,
        current: contestant.current,
        votes: a + b + tie + both_bad,
        wins: won,
        losses: lost,
        ties: tie + both_bad,
        winRate: wins[at]?.[i] ?? null,
        predicted: predicted[at]?.[i] ?? null,
      },
    ]
  })
}
