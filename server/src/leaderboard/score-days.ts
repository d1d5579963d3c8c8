import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common'
import { Settings } from '../config/settings.js'
import { dayOf, startOf } from '../domain/day.js'
import { Clock } from '../domain/ports.js'
import type { Pool } from '../domain/rating/slices.js'
import type { ScoreDayRow } from '../storage/board-tables.js'
import { PairCountRepository } from '../storage/pair-count.repository.js'
import { ScoreDayRepository } from '../storage/score-day.repository.js'
import { BoardService } from './board.service.js'
import { Fitter } from './fit/fitter.js'

const POOLS: readonly Pool[] = ['real', 'demo']

/** After midnight, so that votes whose grace it cut are counted, in milliseconds. */
const LATE_MS = 60_000

/**
 * Keeps how the overall board stood at the end of each day. Counts are kept by day, so that a day which the
 * server slept through is made up for exactly.
 */
@Injectable()
export class ScoreDays implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Leaderboard')
  private cancel: (() => void) | undefined
  private closed = false

  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly counts: PairCountRepository,
    private readonly days: ScoreDayRepository,
    private readonly fitter: Fitter,
    private readonly boards: BoardService,
  ) {}

  onApplicationBootstrap(): void {
    void this.turn()
  }

  onModuleDestroy(): void {
    this.closed = true
    this.cancel?.()
  }

  /** Writes down the days that have ended since the last one that is kept. */
  async keep(): Promise<void> {
    const today = dayOf(this.clock.now())
    for (const pool of POOLS) {
      const last = (await this.days.last(pool)) ?? 0
      for (const day of await this.counts.days(pool, last + 1, today)) {
        if (this.closed) return
        await this.days.put(pool, day, await this.scores(pool, day))
      }
    }
  }

  private async turn(): Promise<void> {
    try {
      await this.keep()
    } catch (error) {
      if (!this.closed) this.logger.error(error)
    }
    if (this.closed) return
    const now = this.clock.now()
    const next = startOf(dayOf(now - LATE_MS) + 1) + LATE_MS
    this.cancel = this.clock.after(next - now, () => void this.turn())
  }

  private async scores(pool: Pool, day: number): Promise<ScoreDayRow[]> {
    const rows = await this.counts.load({
      pool,
      category: 'overall',
      language: '',
      from: 0,
      to: day,
      excludeTies: false,
      excludeShort: false,
    })
    const standings = await this.fitter.run('plain', {
      rows,
      fewBattles: this.settings.modelMinVotes,
      anchor: this.boards.anchor() ?? undefined,
    })
    const ranked = standings.votes >= this.settings.boardMinVotes
    return standings.rows.map(({ model, rating, lower, upper, rank, votes }) => ({
      pool,
      day,
      versionId: model,
      rating,
      lower,
      upper,
      rankBest: (ranked && rank?.[0]) || null,
      rankWorst: (ranked && rank?.[1]) || null,
      votes,
    }))
  }
}
