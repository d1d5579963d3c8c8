import { sql, type Kysely } from 'kysely'

/**
 * Links by which others come into a conversation, who came, and votes that wait, off every board, for those
 * who have yet to vote.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('shareLinks')
    .addColumn('conversationId', 'text', (c) =>
      c.notNull().references('conversations.id').onDelete('cascade'),
    )
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('keyHash', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('shareLinksKey', ['conversationId', 'kind'])
    .execute()
  await db.schema
    .createTable('participants')
    .addColumn('conversationId', 'text', (c) =>
      c.notNull().references('conversations.id').onDelete('cascade'),
    )
    .addColumn('voterId', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('joinedAt', 'bigint', (c) => c.notNull())
    .addColumn('missed', 'integer', (c) => c.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('participantsKey', ['conversationId', 'voterId', 'kind'])
    .execute()
  await db.schema
    .alterTable('votes')
    .addColumn('held', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await sql`create index "votesHeld" on votes (scope) where held = 1`.execute(db)
}
