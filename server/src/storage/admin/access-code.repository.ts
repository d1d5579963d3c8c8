import { Injectable } from '@nestjs/common'
import type { AccessCodeRow, AdmissionRow } from '../database/access-rows.js'
import { KyselyDatabase, type Trx } from '../database/kysely-database.js'

/** Access codes, and those who came in by them. */
@Injectable()
export class AccessCodeRepository {
  constructor(private readonly database: KyselyDatabase) {}

  async add(row: AccessCodeRow, trx?: Trx): Promise<void> {
    const db = trx ?? this.database.db
    await db.insertInto('accessCodes').values(row).execute()
  }

  byHash(hash: string): Promise<AccessCodeRow | undefined> {
    return this.database.db
      .selectFrom('accessCodes')
      .selectAll()
      .where('hash', '=', hash)
      .executeTakeFirst()
  }

  /** The newest first, each with how many people came in by it. */
  async all(): Promise<(AccessCodeRow & { people: number })[]> {
    const rows = await this.database.db
      .selectFrom('accessCodes')
      .leftJoin('admissions', 'admissions.codeId', 'accessCodes.id')
      .selectAll('accessCodes')
      .select((eb) => eb.fn.count('admissions.voterId').as('people'))
      .groupBy('accessCodes.id')
      .orderBy('accessCodes.createdAt', 'desc')
      .orderBy('accessCodes.id')
      .execute()
    return rows.map((row) => ({ ...row, people: Number(row.people) }))
  }

  /** Ids of the codes that let in at this time. */
  async valid(now: number): Promise<string[]> {
    const rows = await this.database.db
      .selectFrom('accessCodes')
      .select('id')
      .where('revokedAt', 'is', null)
      .where((eb) => eb.or([eb('expiresAt', 'is', null), eb('expiresAt', '>', now)]))
      .execute()
    return rows.map(({ id }) => id)
  }

  /** @returns whether there was such a code; when it was revoked first stays */
  async revoke(id: string, now: number, trx?: Trx): Promise<boolean> {
    const db = trx ?? this.database.db
    const row = await db
      .selectFrom('accessCodes')
      .select('id')
      .where('id', '=', id)
      .executeTakeFirst()
    if (!row) return false
    await db
      .updateTable('accessCodes')
      .set({ revokedAt: now })
      .where('id', '=', id)
      .where('revokedAt', 'is', null)
      .execute()
    return true
  }

  async admit(row: AdmissionRow): Promise<void> {
    await this.database.db
      .insertInto('admissions')
      .values(row)
      .onConflict((conflict) =>
        conflict.column('voterId').doUpdateSet({ codeId: row.codeId, createdAt: row.createdAt }),
      )
      .execute()
  }

  /** By which code somebody came in. */
  async codeOf(voterId: string): Promise<string | undefined> {
    const row = await this.database.db
      .selectFrom('admissions')
      .select('codeId')
      .where('voterId', '=', voterId)
      .executeTakeFirst()
    return row?.codeId
  }
}
