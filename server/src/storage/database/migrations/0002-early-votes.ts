import type { Kysely } from 'kysely'

/** Whether a vote came while a side was still answering, and stopped it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('votes')
    .addColumn('early', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
}
