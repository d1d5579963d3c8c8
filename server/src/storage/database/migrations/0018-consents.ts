import type { Kysely } from 'kysely'

/** Who has agreed to the terms and the privacy notice, to which version of them and when. */
export async function up(db: Kysely<object>): Promise<void> {
  await db.schema
    .createTable('consents')
    .addColumn('voterId', 'text', (c) => c.notNull())
    .addColumn('version', 'text', (c) => c.notNull())
    .addColumn('givenAt', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('consentsPrimary', ['voterId', 'version'])
    .execute()
}
