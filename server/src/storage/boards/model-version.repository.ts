import { Injectable } from '@nestjs/common'
import type { ModelVersionRow } from '../database/database.js'
import { KyselyDatabase } from '../database/kysely-database.js'

export interface NewModelVersion extends Pick<
  ModelVersionRow,
  'id' | 'name' | 'provider' | 'demo'
> {
  /** The number that it has elsewhere, and shall have here too unless another has it. */
  version?: number
}

@Injectable()
export class ModelVersionRepository {
  constructor(private readonly database: KyselyDatabase) {}

  all(): Promise<ModelVersionRow[]> {
    return this.database.db.selectFrom('modelVersions').selectAll().execute()
  }

  /** Writes down the versions that are new, numbering them on within their name where they have no number. */
  async remember(models: readonly NewModelVersion[], now: number): Promise<void> {
    await this.database.write(async (trx) => {
      for (const model of models) {
        const taken = (
          await trx
            .selectFrom('modelVersions')
            .select('version')
            .where('name', '=', model.name)
            .execute()
        ).map(({ version }) => version)
        const { version: wanted } = model
        await trx
          .insertInto('modelVersions')
          .values({
            ...model,
            version:
              wanted !== undefined && !taken.includes(wanted) ? wanted : Math.max(0, ...taken) + 1,
            createdAt: now,
            rejectedParameters: '[]',
          })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute()
      }
    })
  }

  async rejectedParameters(id: string): Promise<string[]> {
    const row = await this.database.db
      .selectFrom('modelVersions')
      .select('rejectedParameters')
      .where('id', '=', id)
      .executeTakeFirst()
    return row ? (JSON.parse(row.rejectedParameters) as string[]) : []
  }

  async rejectParameters(id: string, names: readonly string[]): Promise<void> {
    await this.database.db
      .updateTable('modelVersions')
      .set({ rejectedParameters: JSON.stringify(names) })
      .where('id', '=', id)
      .execute()
  }
}
