import type { Kysely } from 'kysely'

/** Keys of prompts are cleared by their age, which the index tells without a look at each vote. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('votesPrompt').execute()
  await db.schema
    .createIndex('votesPrompt')
    .on('votes')
    .columns(['voterId', 'promptKey', 'castAt'])
    .where('promptKey' as never, 'is not', null)
    .execute()
}
