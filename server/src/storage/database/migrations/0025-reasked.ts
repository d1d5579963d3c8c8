import type { Kysely } from 'kysely'

/** How often a side was asked anew alone; of those before, nothing is known. */
export async function up(db: Kysely<{ answers: object }>): Promise<void> {
  await db.schema
    .alterTable('answers')
    .addColumn('reasked', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
}
