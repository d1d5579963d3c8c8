import { Injectable } from '@nestjs/common'
import type { Cost, Overview } from '#shared/protocol/admin'
import { ModelCatalog } from '../config/model-catalog.js'
import { version } from '../config/package-info.js'
import { dayOf, startOf } from '../domain/day.js'
import { Clock } from '../domain/ports.js'
import { SpendLedger } from '../provider/spending/spend-ledger.js'
import { ShareService } from '../share/share.service.js'
import { ActivityRepository, HOUR_MS } from '../storage/admin/activity.repository.js'
import { KyselyDatabase } from '../storage/database/kysely-database.js'
import { ReactionRepository } from '../storage/conversations/reaction.repository.js'
import { SpendingRepository } from '../storage/admin/spending.repository.js'
import { LiveFigures } from './live-figures.js'

const HOURS = 24
/** A report of a weekend is still there on Monday. */
const REPORTS_MS = 7 * 24 * HOUR_MS

/** How the arena is doing. */
@Injectable()
export class OverviewService {
  private readonly startedAt: number

  constructor(
    private readonly clock: Clock,
    private readonly database: KyselyDatabase,
    private readonly catalog: ModelCatalog,
    private readonly live: LiveFigures,
    private readonly ledger: SpendLedger,
    private readonly spending: SpendingRepository,
    private readonly activity: ActivityRepository,
    private readonly reactions: ReactionRepository,
    private readonly share: ShareService,
  ) {
    this.startedAt = clock.now()
  }

  async read(): Promise<Overview> {
    const now = this.clock.now()
    return {
      now,
      startedAt: this.startedAt,
      version,
      node: process.versions.node,
      database: this.database.kind,
      memoryBytes: process.memoryUsage.rss(),
      ...this.live.read(),
      reports: await this.reactions.reportsSince(now - REPORTS_MS),
      today: await this.today(now),
      hours: await this.hours(now),
      share: this.share.state,
      warnings: [...this.catalog.warnings],
    }
  }

  private async today(now: number): Promise<Overview['today']> {
    // What was booked a moment ago is shown too.
    await this.ledger.write()
    const today = { answers: 0, inputTokens: 0, outputTokens: 0 }
    const costs = new Map<string, number>()
    for (const row of await this.spending.since(dayOf(now))) {
      today.answers += row.answers
      today.inputTokens += row.inputTokens
      today.outputTokens += row.outputTokens
      if (row.currency) costs.set(row.currency, (costs.get(row.currency) ?? 0) + row.cost)
    }
    return {
      ...today,
      costs: [...costs].map(([currency, cost]): Cost => ({ currency, cost })),
      failures: await this.activity.failures(startOf(dayOf(now))),
    }
  }

  private async hours(now: number): Promise<Overview['hours']> {
    const newest = Math.floor(now / HOUR_MS)
    const oldest = newest - HOURS + 1
    const conversations = await this.activity.conversations(oldest * HOUR_MS)
    const votes = await this.activity.votes(oldest * HOUR_MS)
    const sum = (rows: readonly { count: number }[]) =>
      rows.reduce((total, { count }) => total + count, 0)
    return Array.from({ length: HOURS }, (_, index) => {
      const hour = oldest + index
      const begun = conversations.filter((row) => row.hour === hour)
      return {
        at: hour * HOUR_MS,
        battles: sum(begun.filter(({ battle }) => battle)),
        others: sum(begun.filter(({ battle }) => !battle)),
        votes: sum(votes.filter((row) => row.hour === hour)),
      }
    })
  }
}
