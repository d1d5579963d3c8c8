import { Injectable } from '@nestjs/common'
import type { AnswerRow } from '../database/database.js'
import { KyselyDatabase, type Trx } from '../database/kysely-database.js'
import type { AnswerKey, AnswerWrite } from './answer-write.js'
import { RunningAnswers } from './running-answers.js'

/** An answer before its first word. */
export const UNANSWERED = {
  status: 'queued',
  text: '',
  reasoning: '',
  finishReason: null,
  errorCode: null,
  startedAt: null,
  firstTokenAt: null,
  firstShownAt: null,
  finishedAt: null,
  inputTokens: null,
  outputTokens: null,
  reasoningTokens: null,
} as const

/** Added to `seq` after a crash, so that no number that a client has seen comes again. */
const SEQ_GAP = 10_000

@Injectable()
export class AnswerRepository {
  private readonly running = new RunningAnswers()

  constructor(private readonly database: KyselyDatabase) {}

  /** Writes the running answers of the whole process in one transaction. */
  async flush(writes: readonly AnswerWrite[]): Promise<void> {
    if (writes.length === 0) return
    await this.database.write((trx) => this.running.write(trx, writes))
  }

  /** The answers of one turn, in the order of sides. */
  ofTurn(conversationId: string, turn: number): Promise<AnswerRow[]> {
    return this.database.db
      .selectFrom('answers')
      .selectAll()
      .where('conversationId', '=', conversationId)
      .where('turn', '=', turn)
      .orderBy('side')
      .execute()
  }

  /**
   * Empties an answer for another attempt. `alone`: the other side of its battle is kept, and where this one was
   * stopped that is counted; asked together, the two are even again.
   */
  async restart(trx: Trx, key: AnswerKey, alone = false): Promise<void> {
    await trx
      .updateTable('answers')
      .set((eb) => ({
        ...UNANSWERED,
        attempt: eb('attempt', '+', 1),
        reasked: alone
          ? eb
              .case()
              .when('status', '=', 'stopped')
              .then(eb('reasked', '+', 1))
              .else(eb.ref('reasked'))
              .end()
          : 0,
      }))
      .where('conversationId', '=', key.conversationId)
      .where('turn', '=', key.turn)
      .where('side', '=', key.side)
      .execute()
    await trx
      .updateTable('turns')
      .set({ doneAt: null })
      .where('conversationId', '=', key.conversationId)
      .where('turn', '=', key.turn)
      .execute()
  }

  /** Notes when a turn was shown to its end, with the last frame number of its conversation. */
  async closeTurn(
    conversationId: string,
    turn: number,
    doneAt: number,
    seq: number,
  ): Promise<void> {
    await this.database.write(async (trx) => {
      await trx
        .updateTable('turns')
        .set({ doneAt })
        .where('conversationId', '=', conversationId)
        .where('turn', '=', turn)
        .execute()
      await this.running.writeSeq(trx, conversationId, seq)
    })
  }

  /** Conversations with an answer on its way, in turns that began before `time`. */
  async unfinishedBefore(time: number): Promise<string[]> {
    const rows = await this.database.db
      .selectFrom('answers')
      .innerJoin('turns', (join) =>
        join
          .onRef('turns.conversationId', '=', 'answers.conversationId')
          .onRef('turns.turn', '=', 'answers.turn'),
      )
      .select('answers.conversationId')
      .distinct()
      .where('answers.status', 'in', ['queued', 'streaming'])
      .where('turns.createdAt', '<', time)
      .execute()
    return rows.map((row) => row.conversationId)
  }

  /**
   * Ends turns whose answers have all ended and which were not closed before the process stopped; after
   * `interruptUnfinished`, and while nothing runs.
   */
  async closeForgotten(now: number): Promise<void> {
    await this.database.write(async (trx) => {
      const open = trx.selectFrom('turns').select('conversationId').where('doneAt', 'is', null)
      await trx
        .updateTable('conversations')
        .set((eb) => ({ seq: eb('seq', '+', SEQ_GAP) }))
        .where('id', 'in', open)
        .execute()
      await trx
        .updateTable('turns')
        .set((eb) => ({
          doneAt: eb.fn.coalesce(
            eb
              .selectFrom('answers')
              .whereRef('answers.conversationId', '=', 'turns.conversationId')
              .whereRef('answers.turn', '=', 'turns.turn')
              .select((most) => most.fn.max('finishedAt').as('last')),
            eb.val(now),
          ),
        }))
        .where('doneAt', 'is', null)
        .execute()
    })
  }

  /**
   * What was on its way and is carried on by nobody, in all conversations or in one, keeps its text and is
   * `interrupted`. @returns how many answers that were
   */
  async interruptUnfinished(now: number, conversationId?: string): Promise<number> {
    return this.database.write(async (trx) => {
      const unfinished = trx
        .selectFrom('answers')
        .select('conversationId')
        .where('status', 'in', ['queued', 'streaming'])
        .$if(conversationId !== undefined, (query) =>
          query.where('conversationId', '=', conversationId as string),
        )
      await trx
        .updateTable('conversations')
        .set((eb) => ({ seq: eb('seq', '+', SEQ_GAP) }))
        .where('id', 'in', unfinished)
        .execute()
      const result = await trx
        .updateTable('answers')
        .set({ status: 'interrupted', errorCode: 'answer_interrupted', finishedAt: now })
        .where('status', 'in', ['queued', 'streaming'])
        .$if(conversationId !== undefined, (query) =>
          query.where('conversationId', '=', conversationId as string),
        )
        .executeTakeFirst()
      return Number(result.numUpdatedRows)
    })
  }
}
