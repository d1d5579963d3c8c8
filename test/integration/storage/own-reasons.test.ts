import { expect, it } from 'vitest'
import { up } from '#server/storage/database/migrations/0023-own-reasons'
import { VoteRepository } from '#server/storage/votes/vote.repository'
import { newDatabase } from '../../support/databases.js'
import { aVote } from '../../support/factories.js'

it('votes that were withdrawn before get back from the record why they did not count', async () => {
  const database = await newDatabase('sqlite')
  const withdrawn = { final: 1, unratedReason: 'withdrawn' } as const
  const votes = ['rated', 'too fast', 'excluded', 'never'].map((id) =>
    aVote({ ...withdrawn, id, scope: id, conversationId: id }),
  )
  await database.write((trx) => new VoteRepository(database).add(trx, votes))
  const note = (subject: string, details: object) => ({
    ...{ id: subject, createdAt: 1, action: 'vote_withdrawn' as const, subject, reason: 'a test' },
    details: JSON.stringify(details),
  })
  await database.db
    .insertInto('adminAudit')
    .values([
      note('rated', { rated: 1, unratedReason: null }),
      note('too fast', { rated: 0, unratedReason: 'too_fast' }),
      note('excluded', { rated: 0, unratedReason: 'voter_excluded' }),
      note('never', {}),
    ])
    .execute()
  await database.db.schema.alterTable('votes').dropColumn('ownReason').execute()
  await up(database.db as never)
  const rows = await database.db.selectFrom('votes').select(['id', 'ownReason']).execute()
  expect(rows.filter(({ ownReason }) => ownReason !== null)).toEqual([
    { id: 'too fast', ownReason: 'too_fast' },
  ])
  await database.close()
})
