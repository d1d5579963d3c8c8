import { Injectable } from '@nestjs/common'
import type { SnapshotRow } from '../database/board-tables.js'
import { KyselyDatabase } from '../database/kysely-database.js'

/** Boards that were cited, and the votes behind them. */
@Injectable()
export class SnapshotRepository {
  constructor(private readonly database: KyselyDatabase) {}

  find(id: string): Promise<SnapshotRow | undefined> {
    return this.database.db
      .selectFrom('snapshots')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst()
  }

  /** How many were made since, in milliseconds since the epoch. */
  async countSince(time: number): Promise<number> {
    const row = await this.database.db
      .selectFrom('snapshots')
      .select((eb) => eb.fn.countAll<number | string>().as('count'))
      .where('createdAt', '>=', time)
      .executeTakeFirstOrThrow()
    return Number(row.count)
  }

  /** Keeps a snapshot, and its votes where no other has the same. @param parts of the file, as base64 */
  async put(snapshot: SnapshotRow, parts: readonly string[]): Promise<void> {
    await this.database.write(async (trx) => {
      const { votesHash: hash } = snapshot
      for (const [part, content] of parts.entries()) {
        await trx
          .insertInto('voteFiles')
          .values({ hash, part, content })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      }
      await trx
        .insertInto('snapshots')
        .values(snapshot)
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    })
  }

  /** The compressed file, piece by piece. */
  async *votes(hash: string): AsyncGenerator<Buffer> {
    for (let part = 0; ; part += 1) {
      const row = await this.database.db
        .selectFrom('voteFiles')
        .select('content')
        .where('hash', '=', hash)
        .where('part', '=', part)
        .executeTakeFirst()
      if (!row) return
      yield Buffer.from(row.content, 'base64')
    }
  }
}
