import type { Kysely } from 'kysely'

/** Scores of each day, draws of each day, voters who do not count, and what admins did about votes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('scoreDays')
    .addColumn('pool', 'text', (c) => c.notNull())
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('versionId', 'text', (c) => c.notNull())
    .addColumn('rating', 'double precision', (c) => c.notNull())
    .addColumn('lower', 'double precision', (c) => c.notNull())
    .addColumn('upper', 'double precision', (c) => c.notNull())
    .addColumn('rankBest', 'integer')
    .addColumn('rankWorst', 'integer')
    .addColumn('votes', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('scoreDaysKey', ['pool', 'day', 'versionId'])
    .execute()

  await db.schema
    .createTable('draws')
    .addColumn('pool', 'text', (c) => c.notNull())
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('versionId', 'text', (c) => c.notNull())
    .addColumn('count', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('drawsKey', ['pool', 'day', 'versionId'])
    .execute()

  await db.schema
    .createTable('excludedVoters')
    .addColumn('voterId', 'text', (c) => c.primaryKey())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .execute()

  await db.schema
    .createTable('voteAudit')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('details', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('voteAuditTime')
    .on('voteAudit')
    .columns(['createdAt', 'id'])
    .execute()
}
