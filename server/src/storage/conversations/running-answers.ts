import type { AnswerWrite } from './answer-write.js'
import type { Trx } from '../database/kysely-database.js'

/**
 * Row by row: an `update … from` of many rows is a new statement for each number of them, and to build
 * and parse it costs more than all of these. A late write never touches an answer that has ended or was
 * asked anew.
 */
export async function updateRunning(trx: Trx, writes: readonly AnswerWrite[]): Promise<void> {
  for (const { key, attempt, change } of writes) {
    await trx
      .updateTable('answers')
      .set(change)
      .where('conversationId', '=', key.conversationId)
      .where('turn', '=', key.turn)
      .where('side', '=', key.side)
      .where('attempt', '=', attempt)
      .where('status', 'in', ['queued', 'streaming'])
      .execute()
  }
}

/** The last frame number of each conversation, which never goes back. */
export async function updateSeqs(trx: Trx, writes: readonly AnswerWrite[]): Promise<void> {
  const latest = new Map<string, number>()
  for (const { key, seq } of writes) {
    latest.set(key.conversationId, Math.max(seq, latest.get(key.conversationId) ?? 0))
  }
  for (const [id, seq] of latest) await updateSeq(trx, id, seq)
}

export async function updateSeq(trx: Trx, conversationId: string, seq: number): Promise<void> {
  await trx
    .updateTable('conversations')
    .set({ seq })
    .where('id', '=', conversationId)
    .where('seq', '<', seq)
    .execute()
}
