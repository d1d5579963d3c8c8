import { Injectable } from '@nestjs/common'
import type { History, ScorePoint } from '#shared/protocol/leaderboard-views'
import { dateOf } from '../domain/day.js'
import type { ScoreDayRow } from '../storage/database/board-tables.js'
import { ScoreDayRepository } from '../storage/boards/score-day.repository.js'
import { BoardService } from './board.service.js'
import { ContestantService } from './contestant.service.js'
import { SliceRatings } from './slice-ratings.js'

/** How the overall board stood at the end of each day, and how it stands now. */
@Injectable()
export class ScoreHistoryService {
  constructor(
    private readonly boards: BoardService,
    private readonly ratings: SliceRatings,
    private readonly contestants: ContestantService,
    private readonly days: ScoreDayRepository,
  ) {}

  /** @param length how many days back, today among them */
  async history(demo: boolean | undefined, length: number, voterId: string): Promise<History> {
    const spec = this.boards.spec({ demo }, voterId)
    const today = this.boards.today()
    const points = new Map<string, ScorePoint[]>()
    const add = (id: string, point: ScorePoint) =>
      points.set(id, [...(points.get(id) ?? []), point])
    for (const row of await this.days.since(spec.pool, today - length + 1)) {
      add(row.versionId, pointOf(row))
    }
    const { standings } = await this.ratings.of(spec)
    const ranked = this.boards.isRanked(standings.votes)
    for (const { model, rating, lower, upper, rank, votes } of standings.rows) {
      const day = dateOf(today)
      add(model, { day, rating, lower, upper, rank: ranked ? rank : null, votes })
    }
    const contestants = await this.contestants.of(spec.pool)
    return {
      demo: spec.pool === 'demo',
      models: [...points].flatMap(([id, scores]) => {
        const found = contestants.get(id)
        if (!found) return []
        const { name, version, current } = found
        return [{ model: name, version, current, points: scores }]
      }),
    }
  }
}

const pointOf = ({ day, rating, lower, upper, rankBest, rankWorst, votes }: ScoreDayRow) => ({
  day: dateOf(day),
  rating,
  lower,
  upper,
  rank:
    rankBest === null || rankWorst === null ? null : ([rankBest, rankWorst] as [number, number]),
  votes,
})
