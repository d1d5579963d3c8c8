import { Injectable } from '@nestjs/common'
import type { Side } from '#shared/vocabulary'
import type { AnswerRow } from './database.js'
import { KyselyDatabase, type Trx } from './kysely-database.js'

export interface AnswerKey {
  conversationId: string
  turn: number
  side: Side
}

export type AnswerChange = Partial<Omit<AnswerRow, keyof AnswerKey>>

/** What one tick writes of a running conversation. */
export interface AnswerWrite {
  key: AnswerKey
  change: AnswerChange
  seq: number
}

/** Added to `seq` after a crash, so that no number that a client has seen comes again. */
const SEQ_GAP = 10_000

@Injectable()
export class AnswerRepository {
  constructor(private readonly database: KyselyDatabase) {}

  /** Writes the running answers of the whole process in one transaction. */
  async flush(writes: readonly AnswerWrite[]): Promise<void> {
    if (writes.length === 0) return
    await this.database.write(async (trx) => {
      for (const { key, change, seq } of writes) {
        await this.update(trx, key, change)
        await trx
          .updateTable('conversations')
          .set({ seq })
          .where('id', '=', key.conversationId)
          .where('seq', '<', seq)
          .execute()
      }
    })
  }

  async update(trx: Trx, key: AnswerKey, change: AnswerChange): Promise<void> {
    await trx
      .updateTable('answers')
      .set(change)
      .where('conversationId', '=', key.conversationId)
      .where('turn', '=', key.turn)
      .where('side', '=', key.side)
      .execute()
  }

  /** After a crash nothing runs any more: what was on its way keeps its text and is `interrupted`. */
  async interruptUnfinished(now: number): Promise<number> {
    return this.database.write(async (trx) => {
      const unfinished = trx
        .selectFrom('answers')
        .select('conversationId')
        .where('status', 'in', ['queued', 'streaming'])
      await trx
        .updateTable('conversations')
        .set((eb) => ({ seq: eb('seq', '+', SEQ_GAP) }))
        .where('id', 'in', unfinished)
        .execute()
      const result = await trx
        .updateTable('answers')
        .set({ status: 'interrupted', errorCode: 'answer_interrupted', finishedAt: now })
        .where('status', 'in', ['queued', 'streaming'])
        .executeTakeFirst()
      return Number(result.numUpdatedRows)
    })
  }
}
