import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { VoteRow } from '#server/storage/database/database'
import type { KyselyDatabase } from '#server/storage/database/kysely-database'
import { CountedVoteRepository } from '#server/storage/votes/counted-vote.repository'
import { VoteRepository } from '#server/storage/votes/vote.repository'
import { DIALECTS, newDatabase } from '../../support/databases.js'
import { aVote } from '../../support/factories.js'

const HOUR = 3_600_000
const NOW = 100 * HOUR

describe.each(DIALECTS)('votes that count beside another, on %s', (dialect) => {
  let database: KyselyDatabase
  beforeEach(async () => {
    database = await newDatabase(dialect)
  })
  afterEach(() => database.close())

  const vote = (id: string, given: Partial<VoteRow> = {}) =>
    aVote({ id, scope: id, conversationId: id, castAt: NOW, final: 1, rated: 1, ...given })
  const beside = async (votes: VoteRow[], one: VoteRow, promptKeys: string[] = []) => {
    const company = new CountedVoteRepository(database)
    return database.write(async (trx) => {
      await new VoteRepository(database).add(trx, [one, ...votes])
      return company.of(trx, one, promptKeys, 3_000)
    })
  }

  it('are those of the voter by time and prompts, and those of the address', async () => {
    const others = [
      vote('just-now', { castAt: NOW - 2_999, promptKey: 'p' }),
      vote('a-moment-ago', { castAt: NOW - 3_000, addressKey: 'x' }),
      vote('an-hour-ago', { castAt: NOW - HOUR, promptKey: 'q' }),
      vote('two-days-ago', { castAt: NOW - 48 * HOUR, promptKey: 'of a secret of before' }),
      vote('a-day-ago', { castAt: NOW - 24 * HOUR, promptKey: 'p', addressKey: 'x' }),
      vote('unrated', { rated: 0, promptKey: 'p', addressKey: 'x' }),
      vote('of-another', { voterId: 'another', promptKey: 'p', addressKey: 'x' }),
      vote('from-elsewhere', { voterId: 'another', addressKey: 'y' }),
    ]
    const one = vote('one', { promptKey: 'p', addressKey: 'x' })
    expect(await beside(others, one, ['p', 'of a secret of before'])).toEqual({
      near: 1,
      lastHour: 2,
      lastDay: 3,
      samePrompt: 3,
      addressDay: 2,
    })
  })

  it('are none where there is no address and no prompt to compare', async () => {
    const others = [vote('of-another', { voterId: 'another' })]
    expect(await beside(others, vote('one'))).toEqual({
      near: 0,
      lastHour: 0,
      lastDay: 0,
      samePrompt: 0,
      addressDay: 0,
    })
  })
})
