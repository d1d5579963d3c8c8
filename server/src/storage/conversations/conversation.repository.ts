import { Injectable } from '@nestjs/common'
import type { ApiType, Side } from '#shared/vocabulary'
import type {
  AnswerRow,
  ConversationRow,
  ModelVersionRow,
  SideRow,
  TurnRow,
} from '../database/database.js'
import { KyselyDatabase, type Trx } from '../database/kysely-database.js'
import { forgetImagesOf } from './image.repository.js'

/** A conversation with all that was said in it. */
export interface ConversationRecord {
  conversation: ConversationRow
  sides: (SideRow & Pick<ModelVersionRow, 'name' | 'version' | 'demo'> & { provider: ApiType })[]
  turns: TurnRow[]
  answers: AnswerRow[]
}

/** Another model for a side, and the chance of the pair that there is now. */
export interface Reseat {
  conversationId: string
  turn: number
  side: Side
  versionId: string
  drawProbability: number | null
}

export type Untouched = Pick<ConversationRow, 'id' | 'updatedAt'>

@Injectable()
export class ConversationRepository {
  constructor(private readonly database: KyselyDatabase) {}

  async find(id: string): Promise<ConversationRow | undefined> {
    return this.database.db
      .selectFrom('conversations')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst()
  }

  /** Those whose last prompt is older than this, the oldest first, and after one of them. */
  untouchedSince(before: number, limit: number, after?: Untouched): Promise<Untouched[]> {
    return this.database.db
      .selectFrom('conversations')
      .select(['id', 'updatedAt'])
      .where('updatedAt', '<', before)
      .$if(after !== undefined, (query) =>
        query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('updatedAt', 'id'), '>', tuple(after!.updatedAt, after!.id)),
        ),
      )
      .orderBy('updatedAt')
      .orderBy('id')
      .limit(limit)
      .execute()
  }

  /** The whole conversation, in the order of turns. */
  async load(conversation: ConversationRow): Promise<ConversationRecord> {
    const { db } = this.database
    const { id } = conversation
    const sides = await db
      .selectFrom('sides')
      .innerJoin('modelVersions', 'modelVersions.id', 'sides.versionId')
      .where('conversationId', '=', id)
      .selectAll('sides')
      .select(['name', 'version', 'provider', 'demo'])
      // Nobody has talked with a model that is known from imported votes only.
      .$narrowType<{ provider: ApiType }>()
      .orderBy('side')
      .execute()
    const turns = await db
      .selectFrom('turns')
      .selectAll()
      .where('conversationId', '=', id)
      .orderBy('turn')
      .execute()
    const answers = await db
      .selectFrom('answers')
      .selectAll()
      .where('conversationId', '=', id)
      .orderBy('turn')
      .orderBy('side')
      .execute()
    return { conversation, sides, turns, answers }
  }

  async insert(
    trx: Trx,
    conversation: ConversationRow,
    sides: readonly { side: Side; versionId: string }[],
  ): Promise<void> {
    await trx.insertInto('conversations').values(conversation).execute()
    await trx
      .insertInto('sides')
      .values(sides.map((side) => ({ ...side, conversationId: conversation.id })))
      .execute()
  }

  async insertTurn(trx: Trx, turn: TurnRow, answers: readonly AnswerRow[]): Promise<void> {
    await trx.insertInto('turns').values(turn).execute()
    await trx
      .insertInto('answers')
      .values([...answers])
      .execute()
    await trx
      .updateTable('conversations')
      .set({ updatedAt: turn.createdAt })
      .where('id', '=', turn.conversationId)
      .execute()
  }

  /** Gives a side to another model, in the turn that is being answered. */
  async reseat(trx: Trx, { conversationId, turn, side, ...seat }: Reseat): Promise<void> {
    const { versionId, drawProbability } = seat
    await trx
      .updateTable('sides')
      .set({ versionId })
      .where('conversationId', '=', conversationId)
      .where('side', '=', side)
      .execute()
    await trx
      .updateTable('answers')
      .set({ versionId })
      .where('conversationId', '=', conversationId)
      .where('turn', '=', turn)
      .where('side', '=', side)
      .execute()
    await trx
      .updateTable('conversations')
      .set({ drawProbability })
      .where('id', '=', conversationId)
      .execute()
  }

  async change(
    id: string,
    changes: Partial<Pick<ConversationRow, 'title' | 'pinned'>>,
  ): Promise<void> {
    await this.database.db.updateTable('conversations').set(changes).where('id', '=', id).execute()
  }

  /**
   * Erases all text and pictures; the bare outcome of a final vote stays, for the board, and for its time by what
   * the caps count it: or the same prompts would count again and again, each time after a deletion.
   * @returns the hashes of picture files that may be needed no more
   */
  erase(id: string): Promise<string[]> {
    return this.database.write((trx) => eraseAll(trx, id))
  }

  /**
   * As `erase`, of one that nobody has gone on with since then.
   * @returns undefined where somebody has, or a vote is in its grace
   */
  expire(id: string, before: number): Promise<string[] | undefined> {
    return this.database.write(async (trx) => {
      // Changes nothing, and keeps prompts of other processes out until it is decided.
      const old = await trx
        .updateTable('conversations')
        .set((eb) => ({ updatedAt: eb.ref('updatedAt') }))
        .where('id', '=', id)
        .where('updatedAt', '<', before)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('votes')
                .select('votes.id')
                .where('votes.conversationId', '=', id)
                .where('final', '=', 0),
            ),
          ),
        )
        .returning('id')
        .executeTakeFirst()
      return old && eraseAll(trx, id)
    })
  }
}

async function eraseAll(trx: Trx, id: string): Promise<string[]> {
  const hashes = await forgetImagesOf(trx, id)
  await trx.deleteFrom('conversations').where('id', '=', id).execute()
  await trx.deleteFrom('votes').where('conversationId', '=', id).where('final', '=', 0).execute()
  await trx
    .updateTable('votes')
    .set({ comment: null, reasons: null })
    .where('conversationId', '=', id)
    .execute()
  return hashes
}
