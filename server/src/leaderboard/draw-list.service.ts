import { Injectable } from '@nestjs/common'
import type { Draws } from '#shared/protocol/leaderboard-views'
import { ModelCatalog } from '../config/model-catalog.js'
import { dateOf } from '../domain/day.js'
import { publishedUntil } from '../domain/pairing/published-draws.js'
import type { Pool } from '../domain/rating/slices.js'
import type { DrawRow } from '../storage/database/board-tables.js'
import { DrawRepository } from '../storage/boards/draw.repository.js'
import { VoteStandingRepository } from '../storage/votes/vote-standing.repository.js'
import { BoardService } from './board.service.js'
import { ContestantService } from './contestant.service.js'

/** Who was drawn how often, and which votes count. */
@Injectable()
export class DrawListService {
  constructor(
    private readonly boards: BoardService,
    private readonly catalog: ModelCatalog,
    private readonly contestants: ContestantService,
    private readonly draws: DrawRepository,
    private readonly standings: VoteStandingRepository,
  ) {}

  async list(demo: boolean | undefined, voterId: string): Promise<Draws> {
    const { pool } = this.boards.spec({ demo }, voterId)
    const rows = await this.draws.before(pool, this.boards.today())
    const until = publishedUntil(battlesByDay(rows))
    const told = rows.filter(({ day }) => until !== undefined && day <= until)
    const seats = told.reduce((sum, { count }) => sum + count, 0)
    return {
      demo: pool === 'demo',
      battles: seats / 2,
      until: until === undefined ? null : dateOf(until),
      models: await this.models(pool, told, seats),
      ...(await this.votes(pool)),
    }
  }

  private async models(pool: Pool, rows: readonly DrawRow[], seats: number) {
    const counts = new Map<string, number>()
    for (const { versionId, count } of rows) {
      counts.set(versionId, (counts.get(versionId) ?? 0) + count)
    }
    return [...(await this.contestants.of(pool))]
      .map(([id, { name, version, current, retired }]) => ({
        model: name,
        version,
        current,
        retired,
        hidden: this.catalog.byVersion(id)?.anonyOnly ?? false,
        draws: counts.get(id) ?? 0,
        share: seats > 0 ? (counts.get(id) ?? 0) / seats : 0,
      }))
      .filter(({ hidden, draws }) => !hidden || draws > 0)
      .sort((x, y) => y.draws - x.draws || (x.model < y.model ? -1 : 1))
  }

  private async votes(pool: Pool): Promise<Pick<Draws, 'rated' | 'unrated'>> {
    const unrated: Draws['unrated'] = {}
    let rated = 0
    for (const { reason, rated: counts, votes } of await this.standings.tally(pool)) {
      if (counts) rated += votes
      else if (reason) unrated[reason] = votes
    }
    return { rated, unrated }
  }
}

/** Two seats make a battle. */
function battlesByDay(rows: readonly DrawRow[]) {
  const seats = new Map<number, number>()
  for (const { day, count } of rows) seats.set(day, (seats.get(day) ?? 0) + count)
  return [...seats].map(([day, count]) => ({ day, battles: count / 2 }))
}
