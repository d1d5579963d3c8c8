import { Injectable } from '@nestjs/common'
import { KyselyDatabase } from '../database/kysely-database.js'
import type { SpendingRow } from '../database/spending-row.js'

/** What models cost, by day. */
@Injectable()
export class SpendingRepository {
  constructor(private readonly database: KyselyDatabase) {}

  /** Adds these to what the days have. */
  async add(rows: readonly SpendingRow[]): Promise<void> {
    if (rows.length === 0) return
    await this.database.write(async (trx) => {
      for (const row of rows) {
        await trx
          .insertInto('spending')
          .values(row)
          .onConflict((conflict) =>
            conflict.columns(['day', 'versionId', 'currency']).doUpdateSet((eb) => ({
              answers: eb('spending.answers', '+', row.answers),
              estimated: eb('spending.estimated', '+', row.estimated),
              inputTokens: eb('spending.inputTokens', '+', row.inputTokens),
              outputTokens: eb('spending.outputTokens', '+', row.outputTokens),
              cost: eb('spending.cost', '+', row.cost),
            })),
          )
          .execute()
      }
    })
  }

  /** The newest day first, then the dearest; each with the model's public name. */
  async since(day: number): Promise<(SpendingRow & { name: string; version: number })[]> {
    return this.database.db
      .selectFrom('spending')
      .innerJoin('modelVersions', 'modelVersions.id', 'spending.versionId')
      .selectAll('spending')
      .select(['modelVersions.name', 'modelVersions.version'])
      .where('day', '>=', day)
      .orderBy('day', 'desc')
      .orderBy('cost', 'desc')
      .orderBy('modelVersions.name')
      .execute()
  }
}
