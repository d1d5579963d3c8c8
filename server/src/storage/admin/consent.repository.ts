import { Injectable } from '@nestjs/common'
import type { ConsentRow } from '../database/access-rows.js'
import { KyselyDatabase } from '../database/kysely-database.js'

/** Who has agreed to which version of the terms and the privacy notice. */
@Injectable()
export class ConsentRepository {
  constructor(private readonly database: KyselyDatabase) {}

  /** When it was given first stays. */
  async add(row: ConsentRow): Promise<void> {
    await this.database.db
      .insertInto('consents')
      .values(row)
      .onConflict((conflict) => conflict.columns(['voterId', 'version']).doNothing())
      .execute()
  }

  /** The oldest first. */
  async of(voterId: string): Promise<ConsentRow[]> {
    return this.database.db
      .selectFrom('consents')
      .selectAll()
      .where('voterId', '=', voterId)
      .orderBy('givenAt')
      .execute()
  }
}
