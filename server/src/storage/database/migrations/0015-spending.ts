import type { Kysely } from 'kysely'

/** What each model version cost on each day by UTC. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('spending')
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('versionId', 'text', (c) => c.notNull())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('answers', 'integer', (c) => c.notNull())
    .addColumn('estimated', 'integer', (c) => c.notNull())
    .addColumn('inputTokens', 'bigint', (c) => c.notNull())
    .addColumn('outputTokens', 'bigint', (c) => c.notNull())
    .addColumn('cost', 'double precision', (c) => c.notNull())
    .addPrimaryKeyConstraint('spendingKey', ['day', 'versionId', 'currency'])
    .execute()
}
