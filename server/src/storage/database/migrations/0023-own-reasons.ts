import type { Kysely } from 'kysely'

interface Tables {
  votes: { id: string; unratedReason: string | null; ownReason: string | null }
  adminAudit: { action: string; subject: string; details: string }
}

/** What an admin took off the boards may not have counted before either, which only the record knows so far. */
export async function up(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('votes').addColumn('ownReason', 'text').execute()
  const withdrawn = await db
    .selectFrom('adminAudit')
    .select(['subject', 'details'])
    .where('action', '=', 'vote_withdrawn')
    .execute()
  for (const { subject, details } of withdrawn) {
    const { unratedReason } = JSON.parse(details) as { unratedReason?: string | null }
    if (!unratedReason || unratedReason === 'voter_excluded') continue
    await db
      .updateTable('votes')
      .set({ ownReason: unratedReason })
      .where('id', '=', subject)
      .where('unratedReason', '=', 'withdrawn')
      .execute()
  }
}
