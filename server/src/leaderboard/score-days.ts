import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common'
import { ModelCatalog } from '../config/model-catalog.js'
import { Settings } from '../config/settings.js'
import { dayOf, startOf } from '../domain/day.js'
import { Clock } from '../domain/ports.js'
import type { Pool } from '../domain/rating/slices.js'
import type { CountsChanged } from '../domain/voting/counted-votes.js'
import type { ScoreDayRow } from '../storage/database/board-tables.js'
import { PairCountRepository } from '../storage/boards/pair-count.repository.js'
import { ScoreDayRepository } from '../storage/boards/score-day.repository.js'
import { BoardService } from './board.service.js'
import { ContestantService } from './contestant.service.js'
import { Fitter } from './fit/fitter.js'
import { PacedTask } from './paced-task.js'

const POOLS: readonly Pool[] = ['real', 'demo']

/** After midnight, so that votes whose grace it cut are counted, in milliseconds. */
const LATE_MS = 60_000
/** However many votes of earlier days are taken off, their days are worked out no more often; milliseconds. */
const GAP_MS = 5_000

/** Grows with every change of how scores come from votes: those of an older way are worked out anew. */
const METHOD = 1

/**
 * Keeps how the overall board stood at the end of each day. Counts are kept by day, so that a day which the
 * server slept through is made up for exactly, and one whose votes are others now is worked out anew. So are all
 * days where the anchor or a minimum is another now: a line through scores of different settings would jump.
 */
@Injectable()
export class ScoreDays implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Leaderboard')
  private readonly task: PacedTask
  private cancel: (() => void) | undefined
  private unsubscribe: (() => void) | undefined
  private closed = false
  /** The first day whose counts changed: what was kept of it went with them, what is worked out meanwhile is no use. */
  private outdated = Infinity

  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly counts: PairCountRepository,
    private readonly days: ScoreDayRepository,
    private readonly fitter: Fitter,
    private readonly contestants: ContestantService,
    private readonly boards: BoardService,
    private readonly catalog: ModelCatalog,
  ) {
    this.task = new PacedTask(clock, GAP_MS, () => this.bringUpToDate())
  }

  onApplicationBootstrap(): void {
    // The name of the anchor may point at another version now.
    this.unsubscribe = this.catalog.onChange(() => this.task.request())
    this.begin()
  }

  /** Now, and again after each midnight. */
  private begin(): void {
    this.task.request()
    const now = this.clock.now()
    const next = startOf(dayOf(now - LATE_MS) + 1) + LATE_MS
    this.cancel = this.clock.after(next - now, () => this.begin())
  }

  async onModuleDestroy(): Promise<void> {
    this.closed = true
    this.cancel?.()
    this.unsubscribe?.()
    await this.task.stop()
    // The next start makes up for what is missing, and would trust what was put down meanwhile.
    await this.forgetOutdated()
  }

  /** Votes of a day that had ended came or went: it and all after it stand otherwise. */
  outdate({ cells }: CountsChanged): void {
    // The counts of all days together are day 0.
    const first = Math.min(...cells.filter(({ day }) => day > 0).map(({ day }) => day))
    if (first >= dayOf(this.clock.now())) return
    this.outdated = Math.min(this.outdated, first)
    this.task.request()
  }

  private async bringUpToDate(): Promise<void> {
    try {
      await this.forgetOutdated()
      await this.keep()
    } catch (error) {
      if (!this.closed) this.logger.error(error)
    }
  }

  private async forgetOutdated(): Promise<void> {
    const first = this.outdated
    if (first === Infinity) return
    for (const pool of POOLS) await this.days.forget(pool, first)
    if (this.outdated === first) this.outdated = Infinity
  }

  /** Writes down the days that have ended since the last one that is kept. */
  private async keep(): Promise<void> {
    const today = dayOf(this.clock.now())
    const settings = this.settingsKey()
    for (const pool of POOLS) {
      await this.days.forgetUnlike(pool, settings)
      const last = (await this.days.last(pool)) ?? 0
      for (const day of await this.counts.days(pool, last + 1, today)) {
        const scores = await this.scores(pool, day)
        // Worked out from what has changed meanwhile, or about to leave a gap: the next run begins there.
        if (this.closed || this.outdated <= day) return
        await this.days.put(
          pool,
          day,
          scores.map((score) => ({ ...score, settings })),
        )
      }
    }
  }

  /** One text for all that a score depends on beside the votes. */
  private settingsKey(): string {
    const { modelMinVotes, boardMinVotes } = this.settings
    return JSON.stringify([METHOD, modelMinVotes, boardMinVotes, this.boards.anchor()])
  }

  private async scores(pool: Pool, day: number): Promise<Omit<ScoreDayRow, 'settings'>[]> {
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
      labels: await this.contestants.labels(),
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
