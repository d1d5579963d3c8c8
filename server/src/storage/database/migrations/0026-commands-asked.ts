import type { Kysely } from 'kysely'

/** What a command asked for, as a hash: another one under the same id is a fault of the client. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('commands').addColumn('asked', 'text').execute()
}
