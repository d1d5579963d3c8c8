import { Injectable } from '@nestjs/common'
import type { VoteAuditRow } from './database.js'
import { KyselyDatabase, type Trx } from './kysely-database.js'

const NEWEST = 500

/** What admins did about votes. There is no way to change or remove a row. */
@Injectable()
export class VoteAuditRepository {
  constructor(private readonly database: KyselyDatabase) {}

  async add(trx: Trx, row: VoteAuditRow): Promise<void> {
    await trx.insertInto('voteAudit').values(row).execute()
  }

  /** The newest rows first. */
  newest(): Promise<VoteAuditRow[]> {
    return this.database.db
      .selectFrom('voteAudit')
      .selectAll()
      .orderBy('createdAt', 'desc')
      .orderBy('id', 'desc')
      .limit(NEWEST)
      .execute()
  }
}
