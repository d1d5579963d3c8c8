import { Injectable } from '@nestjs/common'
import { KyselyDatabase, type Trx } from '../database/kysely-database.js'

/** Final votes that wait, off every board, for the others of their room. */
@Injectable()
export class HeldVoteRepository {
  constructor(private readonly database: KyselyDatabase) {}

  async hold(trx: Trx, voteId: string): Promise<void> {
    await trx.updateTable('votes').set({ held: 1 }).where('id', '=', voteId).execute()
  }

  /** @returns whose votes wait no longer */
  async release(trx: Trx, battle: string): Promise<string[]> {
    const released = await trx
      .updateTable('votes')
      .set({ held: 0 })
      .where('scope', '=', battle)
      .where('held', '=', 1)
      .returning('voterId')
      .execute()
    return released.map(({ voterId }) => voterId)
  }

  /** Battles with votes that wait, and when the last vote on each is or was final; the oldest first. */
  async waiting(): Promise<{ battle: string; lastAt: number }[]> {
    const rows = await this.database.db
      .selectFrom('votes')
      .select('scope')
      .select((eb) => eb.fn.max('finalAt').as('lastAt'))
      .where('scope', 'in', (eb) => eb.selectFrom('votes').select('scope').where('held', '=', 1))
      .groupBy('scope')
      .execute()
    return rows
      .map(({ scope, lastAt }) => ({ battle: scope, lastAt: Number(lastAt) }))
      .sort((one, other) => one.lastAt - other.lastAt)
  }
}
