import type { Kysely } from 'kysely'

/** Whether its owner has pinned a conversation, and the order of histories with it. */
export async function up(db: Kysely<{ conversations: object }>): Promise<void> {
  await db.schema
    .alterTable('conversations')
    .addColumn('pinned', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema.dropIndex('conversationsOwnerUpdated').execute()
  await db.schema
    .createIndex('conversationsHistory')
    .on('conversations')
    .columns(['ownerId', 'pinned', 'updatedAt'])
    .execute()
}
