import { Injectable } from '@nestjs/common'
import type { CommandRow } from '../database/database.js'
import { KyselyDatabase, type Trx } from '../database/kysely-database.js'

/** First answers of commands. */
@Injectable()
export class CommandRepository {
  constructor(private readonly database: KyselyDatabase) {}

  find(voterId: string, commandId: string): Promise<CommandRow | undefined> {
    return this.database.db
      .selectFrom('commands')
      .selectAll()
      .where('voterId', '=', voterId)
      .where('commandId', '=', commandId)
      .executeTakeFirst()
  }

  async insert(trx: Trx, row: CommandRow): Promise<void> {
    await trx.insertInto('commands').values(row).execute()
  }

  async forgetBefore(time: number): Promise<void> {
    await this.database.db.deleteFrom('commands').where('createdAt', '<', time).execute()
  }
}
