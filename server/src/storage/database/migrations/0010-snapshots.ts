import type { Kysely } from 'kysely'

/** Boards as they stood when somebody cited them, and the votes behind them, each set of votes once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('snapshots')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('votesHash', 'text', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('snapshotsAge').on('snapshots').column('createdAt').execute()

  await db.schema
    .createTable('voteFiles')
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('part', 'integer', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('voteFilesKey', ['hash', 'part'])
    .execute()
}
