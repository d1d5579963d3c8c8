import { Injectable } from '@nestjs/common'
import type { Pool } from '../../domain/rating/slices.js'
import type { DrawRow } from '../database/board-tables.js'
import { KyselyDatabase, type Trx } from '../database/kysely-database.js'

/** How often each version was drawn, kept when conversations are deleted. */
@Injectable()
export class DrawRepository {
  constructor(private readonly database: KyselyDatabase) {}

  async add(trx: Trx, pool: Pool, day: number, versions: readonly string[]): Promise<void> {
    await trx
      .insertInto('draws')
      .values([...versions].sort().map((versionId) => ({ pool, day, versionId, count: 1 })))
      .onConflict((conflict) =>
        conflict
          .columns(['pool', 'day', 'versionId'])
          .doUpdateSet((eb) => ({ count: eb('draws.count', '+', 1) })),
      )
      .execute()
  }

  /** All draws before a day, day by day. */
  before(pool: Pool, day: number): Promise<DrawRow[]> {
    return this.database.db
      .selectFrom('draws')
      .selectAll()
      .where('pool', '=', pool)
      .where('day', '<', day)
      .orderBy('day')
      .execute()
  }
}
