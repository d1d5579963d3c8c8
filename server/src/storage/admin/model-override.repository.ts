import { Injectable } from '@nestjs/common'
import type { ModelOverrideRow } from '../database/admin-tables.js'
import { KyselyDatabase, type Trx } from '../database/kysely-database.js'

/** What admins have set for models for now. */
@Injectable()
export class ModelOverrideRepository {
  constructor(private readonly database: KyselyDatabase) {}

  all(): Promise<ModelOverrideRow[]> {
    return this.database.db.selectFrom('modelOverrides').selectAll().execute()
  }

  async put(trx: Trx, row: ModelOverrideRow): Promise<void> {
    await trx
      .insertInto('modelOverrides')
      .values(row)
      .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
      .execute()
  }

  async remove(trx: Trx, name: string): Promise<void> {
    await trx.deleteFrom('modelOverrides').where('name', '=', name).execute()
  }
}
