import { Injectable } from '@nestjs/common'
import type { ExcludedVoterRow } from '../database/board-tables.js'
import { KyselyDatabase, type Trx } from '../database/kysely-database.js'
import { lockName } from '../database/name-lock.js'

/** Voters whose votes do not count. */
@Injectable()
export class ExclusionRepository {
  constructor(private readonly database: KyselyDatabase) {}

  all(): Promise<ExcludedVoterRow[]> {
    return this.database.db
      .selectFrom('excludedVoters')
      .selectAll()
      .orderBy('createdAt', 'desc')
      .execute()
  }

  /** The answer holds until the transaction ends: an exclusion meanwhile waits for it, and then finds its vote. */
  async has(trx: Trx, voterId: string): Promise<boolean> {
    await lockName(this.database, trx, 'voter', voterId)
    const row = await trx
      .selectFrom('excludedVoters')
      .select('voterId')
      .where('voterId', '=', voterId)
      .executeTakeFirst()
    return row !== undefined
  }

  /** @returns false where the voter was excluded before */
  async add(trx: Trx, row: ExcludedVoterRow): Promise<boolean> {
    await lockName(this.database, trx, 'voter', row.voterId)
    const result = await trx
      .insertInto('excludedVoters')
      .values(row)
      .onConflict((conflict) => conflict.column('voterId').doNothing())
      .executeTakeFirst()
    return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
  }

  /** @returns false where the voter was not excluded */
  async remove(trx: Trx, voterId: string): Promise<boolean> {
    await lockName(this.database, trx, 'voter', voterId)
    const result = await trx
      .deleteFrom('excludedVoters')
      .where('voterId', '=', voterId)
      .executeTakeFirst()
    return result.numDeletedRows > 0n
  }
}
