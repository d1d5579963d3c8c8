import { sql, type Kysely } from 'kysely'

/**
 * What is kept of a battle that has a rated vote, for its boards, when its conversation is deleted: the
 * models, the day, its labels, its style. Counts are kept by slice, language and day, and as sums of battles.
 * Battles from before have no labels yet (`rulesVersion` 0): the next start gives them, and counts anew.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createBattles(db)
  await keepOldBattles(db)
  await db.schema.createIndex('votesVoter').on('votes').column('voterId').execute()
  await db.schema
    .createIndex('votesReason')
    .on('votes')
    .columns(['final', 'unratedReason'])
    .execute()
  await db.schema.dropTable('pairCounts').execute()
  await createCounts(db)
}

async function createBattles(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('battles')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('pool', 'text', (c) => c.notNull())
    .addColumn('versionA', 'text', (c) => c.notNull())
    .addColumn('versionB', 'text', (c) => c.notNull())
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('labels', 'text', (c) => c.notNull())
    .addColumn('rulesVersion', 'integer', (c) => c.notNull())
    .addColumn('corrected', 'integer', (c) => c.notNull())
    .addColumn('turn', 'integer', (c) => c.notNull())
    .addColumn('drawProbability', 'double precision')
    .addColumn('styleA', 'text')
    .addColumn('styleB', 'text')
    .execute()
  await db.schema.createIndex('battlesDay').on('battles').columns(['pool', 'day']).execute()
}

async function keepOldBattles(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into battles (id, pool, "versionA", "versionB", day, language, labels, "rulesVersion",
      corrected, turn, "drawProbability", "styleA", "styleB")
    select votes.scope, case when min(versions.demo) = 1 then 'demo' else 'real' end,
      min(votes."versionA"), min(votes."versionB"), min(votes."castAt") / 86400000, 'unknown', '[]', 0,
      0, min(votes.turn), min(conversations."drawProbability"), null, null
    from votes
    join "modelVersions" as versions on versions.id = votes."versionA"
    left join conversations on conversations.id = votes."conversationId"
    where votes.final = 1 and votes.rated = 1
    group by votes.scope`.execute(db)
}

async function createCounts(db: Kysely<unknown>): Promise<void> {
  const sums = [
    ...['winsA', 'winsB', 'ties', 'bothBad', 'battles', 'points', 'squares'],
    ...['decidedBattles', 'decidedPoints', 'decidedSquares'],
  ]
  let table = db.schema
    .createTable('pairCounts')
    .addColumn('slice', 'text', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('short', 'integer', (c) => c.notNull())
    .addColumn('versionA', 'text', (c) => c.notNull())
    .addColumn('versionB', 'text', (c) => c.notNull())
  for (const sum of sums) table = table.addColumn(sum, 'bigint', (c) => c.notNull())
  await table
    .addPrimaryKeyConstraint('pairCountsKey', [
      ...['slice', 'language', 'day', 'short', 'versionA', 'versionB'],
    ] as never[])
    .execute()
  await sql`create index "pairCountsEmpty" on "pairCounts" (battles) where battles = 0`.execute(db)
}
