import { Injectable } from '@nestjs/common'
import { HealthIndicatorService, type HealthIndicatorResult } from '@nestjs/terminus'
import { Clock } from '../domain/ports.js'
import { KyselyDatabase } from '../storage/database/kysely-database.js'

/** Whoever watches asks again soon; in milliseconds. */
const DEADLINE_MS = 2_000
/** Anybody may ask, and each try is a write; in milliseconds. */
const FRESH_MS = 1_000

/** Whether the database takes writes. */
@Injectable()
export class StorageHealth {
  private last: { triedAt: number; ended: boolean; up: Promise<boolean> } | undefined

  constructor(
    private readonly indicator: HealthIndicatorService,
    private readonly database: KyselyDatabase,
    private readonly clock: Clock,
  ) {}

  async check(): Promise<HealthIndicatorResult> {
    const storage = this.indicator.check('storage')
    return (await this.inTime(this.lastTry().up)) ? storage.up() : storage.down()
  }

  /** One at a time: those that hang would take all connections. */
  private lastTry() {
    const now = this.clock.elapsed()
    const { last } = this
    if (last && (!last.ended || now - last.triedAt < FRESH_MS)) return last
    const next = { triedAt: now, ended: false, up: Promise.resolve(false) }
    next.up = this.database.ping().then(
      () => (next.ended = true),
      () => !(next.ended = true),
    )
    return (this.last = next)
  }

  private inTime(up: Promise<boolean>): Promise<boolean> {
    return new Promise((resolve) => {
      const cancel = this.clock.after(DEADLINE_MS, () => resolve(false))
      void up.then((told) => {
        cancel()
        resolve(told)
      })
    })
  }
}
