import type { Kysely } from 'kysely'

/** Where is tried whether the database takes writes; it is always empty. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('pulse')
    .addColumn('filler', 'text', (c) => c.notNull())
    .execute()
}
