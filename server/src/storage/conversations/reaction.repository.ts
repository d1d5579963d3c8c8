import { Injectable } from '@nestjs/common'
import type { Reaction } from '#shared/vocabulary'
import type { ReactionRow } from '../database/database.js'
import { KyselyDatabase } from '../database/kysely-database.js'

export interface FoundReaction extends ReactionRow {
  /** The answer that it was given to has made way for another, by a retry. */
  ofEarlier: boolean
}

/** What people say of the answers of direct chats. */
@Injectable()
export class ReactionRepository {
  constructor(private readonly database: KyselyDatabase) {}

  async put(row: ReactionRow): Promise<void> {
    await this.database.db
      .insertInto('reactions')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(['conversationId', 'turn', 'voterId'])
          .doUpdateSet({ reaction: row.reaction, createdAt: row.createdAt }),
      )
      .execute()
  }

  /** Of one person, by turn, on the answers that are there now. */
  async standing(conversationId: string, voterId: string): Promise<Map<number, Reaction>> {
    const rows = await this.of(conversationId)
    return new Map(
      rows
        .filter((row) => row.voterId === voterId && !row.ofEarlier)
        .map(({ turn, reaction }) => [turn, reaction]),
    )
  }

  /** Of everybody; a report stays also where a retry has replaced what it was about. */
  async of(conversationId: string): Promise<FoundReaction[]> {
    const rows = await this.database.db
      .selectFrom('reactions')
      .innerJoin('answers', (join) =>
        join
          .onRef('answers.conversationId', '=', 'reactions.conversationId')
          .onRef('answers.turn', '=', 'reactions.turn'),
      )
      .selectAll('reactions')
      .select('answers.startedAt')
      .where('reactions.conversationId', '=', conversationId)
      .where('answers.side', '=', 'a')
      .orderBy('reactions.turn')
      .execute()
    return rows.map(({ startedAt, ...row }) => ({
      ...row,
      ofEarlier: startedAt === null || row.createdAt < startedAt,
    }))
  }

  /** How many reports came from `time` on. */
  async reportsSince(time: number): Promise<number> {
    const row = await this.database.db
      .selectFrom('reactions')
      .select((each) => each.fn.countAll<number>().as('count'))
      .where('reaction', '=', 'flag')
      .where('createdAt', '>=', time)
      .executeTakeFirstOrThrow()
    return Number(row.count)
  }
}
