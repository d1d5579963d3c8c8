import { Injectable } from '@nestjs/common'
import type { ConversationSearch } from '#shared/protocol/admin-conversations'
import { expressionBuilder, type Expression, type SqlBool } from 'kysely'
import type { ConversationRow, Database } from '../database/database.js'
import { KyselyDatabase } from '../database/kysely-database.js'
import { beginsWith, contains } from '../database/like.js'
import { namesOfSides } from './names-of-sides.js'

type Metadata = Pick<ConversationRow, 'id' | 'ownerId' | 'mode' | 'createdAt' | 'updatedAt'>

export interface FoundConversation extends Metadata {
  turns: number
  failed: number
  reports: number
  pictures: number
  models: string[]
}

const eb = expressionBuilder<Database, 'conversations'>()

const turnsOf = eb
  .selectFrom('turns')
  .whereRef('turns.conversationId', '=', 'conversations.id')
  .select((each) => each.fn.countAll<number>().as('count'))
const failedOf = eb
  .selectFrom('answers')
  .whereRef('answers.conversationId', '=', 'conversations.id')
  .where('answers.status', '=', 'failed')
const reportsOf = eb
  .selectFrom('reactions')
  .whereRef('reactions.conversationId', '=', 'conversations.id')
  .where('reactions.reaction', '=', 'flag')
const picturesOf = eb
  .selectFrom('imageUses')
  .whereRef('imageUses.conversationId', '=', 'conversations.id')
  .select((each) => each.fn.countAll<number>().as('count'))
const sidesOf = eb
  .selectFrom('sides')
  .innerJoin('modelVersions', 'modelVersions.id', 'sides.versionId')
  .whereRef('sides.conversationId', '=', 'conversations.id')

/** Conversations of all people, by what can be known without reading them. */
@Injectable()
export class ConversationSearchRepository {
  constructor(private readonly database: KyselyDatabase) {}

  /** The newest first. */
  async find(query: ConversationSearch, limit: number): Promise<FoundConversation[]> {
    const rows = await this.database.db
      .selectFrom('conversations')
      .select(['id', 'ownerId', 'mode', 'createdAt', 'updatedAt'])
      .select([
        turnsOf.as('turns'),
        failedOf.select((each) => each.fn.countAll<number>().as('count')).as('failed'),
        reportsOf.select((each) => each.fn.countAll<number>().as('count')).as('reports'),
        picturesOf.as('pictures'),
      ])
      .where(eb.and(conditions(query)))
      .orderBy('createdAt', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute()
    const models = await namesOfSides(
      this.database,
      rows.map(({ id }) => id),
    )
    return rows.map((row) => ({
      ...row,
      turns: Number(row.turns),
      failed: Number(row.failed),
      reports: Number(row.reports),
      pictures: Number(row.pictures),
      models: models.get(row.id) ?? [],
    }))
  }
}

function conditions({
  search,
  mode,
  failed,
  reported,
  before,
}: ConversationSearch): Expression<SqlBool>[] {
  const all: Expression<SqlBool>[] = []
  if (search) {
    all.push(
      eb.or([
        beginsWith('conversations.id', search),
        beginsWith('conversations.ownerId', search),
        eb.exists(sidesOf.where(contains('modelVersions.name', search)).select('sides.side')),
      ]),
    )
  }
  if (mode) all.push(eb('mode', '=', mode))
  if (failed) all.push(eb.exists(failedOf.select('answers.side')))
  if (reported) all.push(eb.exists(reportsOf.select('reactions.turn')))
  if (before) {
    all.push(
      eb.or([
        eb('createdAt', '<', before.at),
        eb.and([eb('createdAt', '=', before.at), eb('id', '<', before.id)]),
      ]),
    )
  }
  return all
}
