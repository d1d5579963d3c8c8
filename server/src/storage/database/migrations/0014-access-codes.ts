import type { Kysely } from 'kysely'

/** Codes that let people in, by hash only, and who came in by which. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('accessCodes')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('hash', 'text', (c) => c.notNull().unique())
    .addColumn('label', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('expiresAt', 'bigint')
    .addColumn('revokedAt', 'bigint')
    .execute()

  await db.schema
    .createTable('admissions')
    .addColumn('voterId', 'text', (c) => c.primaryKey())
    .addColumn('codeId', 'text', (c) =>
      c.notNull().references('accessCodes.id').onDelete('cascade'),
    )
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('admissionsCode').on('admissions').column('codeId').execute()
}
