import type { Kysely } from 'kysely'

/** What the caps on rated votes are counted by; of votes before, nothing. */
export async function up(db: Kysely<{ votes: object }>): Promise<void> {
  await db.schema.alterTable('votes').addColumn('addressKey', 'text').execute()
  await db.schema.alterTable('votes').addColumn('promptKey', 'text').execute()
  await db.schema.dropIndex('votesVoter').execute()
  await db.schema.createIndex('votesVoter').on('votes').columns(['voterId', 'castAt']).execute()
  await db.schema
    .createIndex('votesAddress')
    .on('votes')
    .columns(['addressKey', 'castAt'])
    .where('addressKey', 'is not', null)
    .execute()
  await db.schema
    .createIndex('votesPrompt')
    .on('votes')
    .columns(['voterId', 'promptKey'])
    .where('promptKey', 'is not', null)
    .execute()
}
