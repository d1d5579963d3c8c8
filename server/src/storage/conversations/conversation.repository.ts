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

  /** Those whose last prompt is older than this, the oldest first. */
  untouchedSince(before: number, limit: number): Promise<{ id: string; ownerId: string }[]> {
    return this.database.db
      .selectFrom('conversations')
      .select(['id', 'ownerId'])
      .where('updatedAt', '<', before)
      .orderBy('updatedAt')
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
  async erase(id: string): Promise<string[]> {
    const hashes = await this.database.write(async (trx) => {
      const hashes = await forgetImagesOf(trx, id)
      await trx.deleteFrom('conversations').where('id', '=', id).execute()
      await trx
        .deleteFrom('votes')
        .where('conversationId', '=', id)
        .where('final', '=', 0)
        .execute()
      await trx
        .updateTable('votes')
        .set({ comment: null, reasons: null })
        .where('conversationId', '=', id)
        .execute()
      return hashes
    })
    await this.database.shedTraces()
    return hashes
  }
}
