import type { Kysely } from 'kysely'

/** By which settings the scores of a day were made; those of before say nothing of it, and are made anew. */
export async function up(db: Kysely<{ scoreDays: object }>): Promise<void> {
  await db.schema
    .alterTable('scoreDays')
    .addColumn('settings', 'text', (c) => c.notNull().defaultTo(''))
    .execute()
}
