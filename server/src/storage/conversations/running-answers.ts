import { Prepared } from '../database/prepared.js'
import type { Trx } from '../database/kysely-database.js'
import type { AnswerRecord, AnswerWrite } from './answer-write.js'

type Running = AnswerWrite['key'] & { attempt: number } & AnswerRecord

interface LastSeq {
  conversationId: string
  seq: number
}

/** What a tick writes of running answers: row by row, with statements that are built once. */
export class RunningAnswers {
  /** A late write never touches an answer that has ended or was asked anew. */
  private readonly answer = new Prepared<Running>((db, value) =>
    db
      .updateTable('answers')
      .set({
        status: value('status'),
        text: value('text'),
        reasoning: value('reasoning'),
        finishReason: value('finishReason'),
        errorCode: value('errorCode'),
        startedAt: value('startedAt'),
        firstTokenAt: value('firstTokenAt'),
        firstShownAt: value('firstShownAt'),
        finishedAt: value('finishedAt'),
        inputTokens: value('inputTokens'),
        outputTokens: value('outputTokens'),
        reasoningTokens: value('reasoningTokens'),
      })
      .where('conversationId', '=', value('conversationId'))
      .where('turn', '=', value('turn'))
      .where('side', '=', value('side'))
      .where('attempt', '=', value('attempt'))
      .where('status', 'in', ['queued', 'streaming']),
  )

  private readonly lastSeq = new Prepared<LastSeq>((db, value) =>
    db
      .updateTable('conversations')
      .set({ seq: value('seq') })
      .where('id', '=', value('conversationId'))
      .where('seq', '<', value('seq')),
  )

  async write(trx: Trx, writes: readonly AnswerWrite[]): Promise<void> {
    const latest = new Map<string, number>()
    for (const { key, attempt, change, seq } of writes) {
      await this.answer.execute(trx, { ...key, attempt, ...change })
      latest.set(key.conversationId, Math.max(seq, latest.get(key.conversationId) ?? 0))
    }
    for (const [conversationId, seq] of latest) await this.writeSeq(trx, conversationId, seq)
  }

  /** The last frame number of a conversation, which never goes back. */
  async writeSeq(trx: Trx, conversationId: string, seq: number): Promise<void> {
    await this.lastSeq.execute(trx, { conversationId, seq })
  }
}
