import { Injectable } from '@nestjs/common'
import type { AdminAuditRow } from '../database/admin-tables.js'
import { KyselyDatabase, type Trx } from '../database/kysely-database.js'

/** The place of a row in the record, for the page after it. */
export type AuditPlace = Pick<AdminAuditRow, 'createdAt' | 'id'>

/** What admins did. There is no way to change or remove a row; the database refuses it as well. */
@Injectable()
export class AuditRepository {
  constructor(private readonly database: KyselyDatabase) {}

  async add(trx: Trx, row: AdminAuditRow): Promise<void> {
    await trx.insertInto('adminAudit').values(row).execute()
  }

  /** The newest rows first, those before `place` where one is given. */
  newest(limit: number, place?: AuditPlace): Promise<AdminAuditRow[]> {
    return this.database.db
      .selectFrom('adminAudit')
      .selectAll()
      .where((eb) => {
        if (!place) return eb.lit(true)
        const { createdAt, id } = place
        return eb.or([
          eb('createdAt', '<', createdAt),
          eb.and([eb('createdAt', '=', createdAt), eb('id', '<', id)]),
        ])
      })
      .orderBy('createdAt', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute()
  }
}
