import { Injectable } from '@nestjs/common'
import { expressionBuilder, type Expression, type SqlBool } from 'kysely'
import type { ConversationPage } from '#shared/protocol/history'
import type { Choice, Mode } from '#shared/vocabulary'
import type { Database } from '../database/database.js'
import { KyselyDatabase } from '../database/kysely-database.js'
import { contains } from '../database/like.js'
import { namesOfSides } from './names-of-sides.js'

export interface HistoryRow {
  id: string
  mode: Mode
  title: string
  createdAt: number
  updatedAt: number
  pinned: 0 | 1
  turns: number
  choice: Choice | null
  final: 0 | 1 | null
  /** Answers of the last turn that failed or were interrupted. */
  lost: number
  models: string[]
}

const eb = expressionBuilder<Database, 'conversations'>()

/** A person's own conversations: those that are pinned, then the others, each newest first. */
@Injectable()
export class HistoryRepository {
  constructor(private readonly database: KyselyDatabase) {}

  async page(ownerId: string, wanted: ConversationPage, size: number): Promise<HistoryRow[]> {
    const { db } = this.database
    const rows = await db
      .selectFrom('conversations')
      .leftJoin('votes', (join) =>
        join
          .onRef('votes.scope', '=', 'conversations.id')
          .onRef('votes.voterId', '=', 'conversations.ownerId'),
      )
      .where('ownerId', '=', ownerId)
      .where(eb.and(conditions(wanted)))
      .select(['conversations.id', 'mode', 'title', 'createdAt', 'updatedAt', 'pinned'])
      .select(['choice', 'final'])
      .select((eb) =>
        eb
          .selectFrom('turns')
          .whereRef('turns.conversationId', '=', 'conversations.id')
          .select((count) => count.fn.countAll<number>().as('count'))
          .as('turns'),
      )
      .select((eb) =>
        eb
          .selectFrom('answers')
          .whereRef('answers.conversationId', '=', 'conversations.id')
          .where('answers.status', 'in', ['failed', 'interrupted'])
          .where('answers.turn', '=', (last) =>
            last
              .selectFrom('turns')
              .whereRef('turns.conversationId', '=', 'conversations.id')
              .select((most) => most.fn.max('turn').as('last')),
          )
          .select((count) => count.fn.countAll<number>().as('count'))
          .as('lost'),
      )
      .orderBy('pinned', 'desc')
      .orderBy('updatedAt', 'desc')
      .orderBy('conversations.id')
      .limit(size)
      .execute()
    const models = await namesOfSides(
      this.database,
      rows.map((row) => row.id),
    )
    return rows.map((row) => ({
      ...row,
      turns: Number(row.turns ?? 0),
      lost: Number(row.lost ?? 0),
      models: models.get(row.id) ?? [],
    }))
  }
}

function conditions({ before, search }: ConversationPage): Expression<SqlBool>[] {
  const all = (search ?? '').split(/\s+/).filter(Boolean).map(hasWord)
  if (before) {
    const { pinned, updatedAt, id } = before
    const sameTime = eb.and([eb('updatedAt', '=', updatedAt), eb('conversations.id', '>', id)])
    const later = eb.or([eb('updatedAt', '<', updatedAt), sameTime])
    all.push(eb.or([eb('pinned', '<', pinned), eb.and([eb('pinned', '=', pinned), later])]))
  }
  return all
}

/** In the title or a prompt; never in an answer, whose words could tell who gave it. */
const hasWord = (word: string): Expression<SqlBool> =>
  eb.or([
    contains('title', word),
    eb.exists(
      eb
        .selectFrom('turns')
        .whereRef('turns.conversationId', '=', 'conversations.id')
        .where(contains('turns.text', word))
        .select('turns.turn'),
    ),
  ])
