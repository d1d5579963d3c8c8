import type { Kysely } from 'kysely'

/** Pictures by row; their bytes are files named by content. A picture may be sent in several conversations. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('images')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('ownerId', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('width', 'integer', (c) => c.notNull())
    .addColumn('height', 'integer', (c) => c.notNull())
    .addColumn('bytes', 'integer', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('imagesHash').on('images').column('hash').execute()
  await db.schema.createIndex('imagesAge').on('images').column('createdAt').execute()

  await db.schema
    .createTable('imageUses')
    .addColumn('imageId', 'text', (c) => c.notNull().references('images.id').onDelete('cascade'))
    .addColumn('conversationId', 'text', (c) =>
      c.notNull().references('conversations.id').onDelete('cascade'),
    )
    .addPrimaryKeyConstraint('imageUsesKey', ['imageId', 'conversationId'])
    .execute()
  await db.schema
    .createIndex('imageUsesConversation')
    .on('imageUses')
    .column('conversationId')
    .execute()
}
