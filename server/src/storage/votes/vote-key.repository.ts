import { Injectable } from '@nestjs/common'
import { KyselyDatabase } from '../database/kysely-database.js'

/** What the caps count votes by. */
@Injectable()
export class VoteKeyRepository {
  constructor(private readonly database: KyselyDatabase) {}

  /**
   * Clears the keys of final votes that were cast so long ago, in milliseconds since the epoch: no cap looks at
   * them any more.
   */
  clear(castUntil: { address: number; prompt: number }): Promise<void> {
    return this.database.write(async (trx) => {
      await trx
        .updateTable('votes')
        .set({ addressKey: null })
        .where('addressKey', 'is not', null)
        .where('castAt', '<=', castUntil.address)
        .where('final', '=', 1)
        .execute()
      await trx
        .updateTable('votes')
        .set({ promptKey: null })
        .where('promptKey', 'is not', null)
        .where('castAt', '<=', castUntil.prompt)
        .where('final', '=', 1)
        .execute()
    })
  }
}
