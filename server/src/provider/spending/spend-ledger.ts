import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common'
import type { Model } from '../../domain/model/model.js'
import { dayOf } from '../../domain/day.js'
import { Clock } from '../../domain/ports.js'
import { costOf } from '../../domain/spending/cost.js'
import type { SpendingRow } from '../../storage/database/spending-row.js'
import { SpendingRepository } from '../../storage/admin/spending.repository.js'
import type { Metered } from './answer-meter.js'

/** A crash forgets no more than what was spent in this time. */
const WRITE_MS = 1_000

/** What every model has cost today: in memory at once, on the disk within a second. */
@Injectable()
export class SpendLedger implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger('Spending')
  private day: number
  /** By public name and currency. */
  private totals = new Map<string, number>()
  private unwritten = new Map<string, SpendingRow>()
  private scheduled = false
  private closing = false

  constructor(
    private readonly spending: SpendingRepository,
    private readonly clock: Clock,
  ) {
    this.day = dayOf(clock.now())
  }

  async onModuleInit(): Promise<void> {
    for (const { day, name, currency, cost } of await this.spending.since(this.day)) {
      if (day === this.day) this.raise(name, currency, cost)
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.closing = true
    await this.write()
  }

  /** What the model of this name has cost since midnight by UTC, whichever version of it. */
  spentOn(name: string, currency: string): number {
    this.turnDay()
    return this.totals.get(keyOf(name, currency)) ?? 0
  }

  /** What all models with this currency have cost since midnight by UTC. */
  spentIn(currency: string): number {
    this.turnDay()
    let sum = 0
    for (const [key, cost] of this.totals) if (key.startsWith(`${currency} `)) sum += cost
    return sum
  }

  book(model: Model, { inputTokens, outputTokens, estimated }: Metered): void {
    this.turnDay()
    const cost = costOf(model, { inputTokens, outputTokens })
    const currency = cost === undefined ? '' : (model.currency ?? 'USD')
    this.raise(model.name, currency, cost ?? 0)
    const key = `${this.day} ${model.versionId} ${currency}`
    const row: SpendingRow = {
      day: this.day,
      versionId: model.versionId,
      currency,
      answers: 1,
      estimated: estimated ? 1 : 0,
      inputTokens,
      outputTokens,
      cost: cost ?? 0,
    }
    this.unwritten.set(key, sumOf(this.unwritten.get(key), row))
    this.writeSoon()
  }

  /** Writes down what is not written yet; what the database does not take is kept for the next time. */
  async write(): Promise<void> {
    const rows = this.unwritten
    this.unwritten = new Map()
    try {
      await this.spending.add([...rows.values()])
    } catch (error) {
      this.logger.error(error)
      for (const [key, row] of this.unwritten) rows.set(key, sumOf(rows.get(key), row))
      this.unwritten = rows
      if (!this.closing) this.writeSoon()
    }
  }

  private writeSoon(): void {
    if (this.closing) void this.write()
    if (this.closing || this.scheduled) return
    this.scheduled = true
    this.clock.after(WRITE_MS, () => {
      this.scheduled = false
      void this.write()
    })
  }

  private raise(name: string, currency: string, cost: number): void {
    const key = keyOf(name, currency)
    this.totals.set(key, (this.totals.get(key) ?? 0) + cost)
  }

  private turnDay(): void {
    const today = dayOf(this.clock.now())
    if (today === this.day) return
    this.day = today
    this.totals = new Map()
  }
}

/** The currency first: it has no space in it, and a name may. */
const keyOf = (name: string, currency: string): string => `${currency} ${name}`

const sumOf = (a: SpendingRow | undefined, b: SpendingRow): SpendingRow => ({
  ...b,
  answers: (a?.answers ?? 0) + b.answers,
  estimated: (a?.estimated ?? 0) + b.estimated,
  inputTokens: (a?.inputTokens ?? 0) + b.inputTokens,
  outputTokens: (a?.outputTokens ?? 0) + b.outputTokens,
  cost: (a?.cost ?? 0) + b.cost,
})
