import { Injectable } from '@nestjs/common'
import { HealthIndicatorService, type HealthIndicatorResult } from '@nestjs/terminus'
import { KyselyDatabase } from '../storage/database/kysely-database.js'

@Injectable()
export class StorageHealth {
  constructor(
    private readonly indicator: HealthIndicatorService,
    private readonly database: KyselyDatabase,
  ) {}

  async check(): Promise<HealthIndicatorResult> {
    const storage = this.indicator.check('storage')
    try {
      await this.database.ping()
      return storage.up()
    } catch {
      return storage.down()
    }
  }
}
