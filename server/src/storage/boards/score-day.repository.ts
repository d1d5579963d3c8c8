import { Injectable } from '@nestjs/common'
import type { Kysely } from 'kysely'
import type { Pool } from '../../domain/rating/slices.js'
import type { ScoreDayRow } from '../database/board-tables.js'
import type { Database } from '../database/database.js'
import { KyselyDatabase } from '../database/kysely-database.js'

const ROWS_AT_ONCE = 400

/** How each version stood at the end of each day. */
@Injectable()
export class ScoreDayRepository {
  constructor(private readonly database: KyselyDatabase) {}

  /** Replaces what was kept of this day. */
  async put(pool: Pool, day: number, rows: readonly ScoreDayRow[]): Promise<void> {
    await this.database.write(async (trx) => {
      await trx.deleteFrom('scoreDays').where('pool', '=', pool).where('day', '=', day).execute()
      for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
        await trx
          .insertInto('scoreDays')
          .values(rows.slice(from, from + ROWS_AT_ONCE))
          .execute()
      }
    })
  }

  /** Forgets this day of a pool and all after it, since their votes are others now. */
  async forget(pool: Pool, from: number, trx: Kysely<Database> = this.database.db): Promise<void> {
    await trx.deleteFrom('scoreDays').where('pool', '=', pool).where('day', '>=', from).execute()
  }

  /** Forgets the first day that was not made by these settings, and all after it. */
  async forgetUnlike(pool: Pool, settings: string): Promise<void> {
    const first = await this.database.db
      .selectFrom('scoreDays')
      .select((eb) => eb.fn.min('day').as('day'))
      .where('pool', '=', pool)
      .where('settings', '!=', settings)
      .executeTakeFirst()
    // Without a row a minimum is null, whatever its type says.
    const day = first?.day as number | null | undefined
    if (typeof day === 'number') await this.forget(pool, day)
  }

  /** The last day that is kept. */
  async last(pool: Pool): Promise<number | undefined> {
    const row = await this.database.db
      .selectFrom('scoreDays')
      .select((eb) => eb.fn.max('day').as('day'))
      .where('pool', '=', pool)
      .executeTakeFirst()
    return row?.day ?? undefined
  }

  /** In the order of days. */
  since(pool: Pool, day: number): Promise<ScoreDayRow[]> {
    return this.database.db
      .selectFrom('scoreDays')
      .selectAll()
      .where('pool', '=', pool)
      .where('day', '>=', day)
      .orderBy('day')
      .execute()
  }
}
