import type { Kysely } from 'kysely'

/** When the first text of an answer could be seen; of those before, when it came in. */
export async function up(db: Kysely<{ answers: object }>): Promise<void> {
  await db.schema.alterTable('answers').addColumn('firstShownAt', 'bigint').execute()
}
