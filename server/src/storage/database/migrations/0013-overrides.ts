import type { Kysely } from 'kysely'

/** What an admin has set for a model for now, whatever the model file says. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('modelOverrides')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('off', 'integer', (c) => c.notNull())
    .addColumn('weight', 'double precision')
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .execute()
}
