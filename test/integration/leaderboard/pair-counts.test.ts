import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CHOICES } from '#shared/vocabulary'
import { slicesOfVote } from '#server/domain/rating/slices'
import { CountRebuilder } from '#server/storage/count-rebuilder'
import type { KyselyDatabase } from '#server/storage/kysely-database'
import { ModelVersionRepository } from '#server/storage/model-version.repository'
import { PairCountRepository } from '#server/storage/pair-count.repository'
import { VoteRepository } from '#server/storage/vote.repository'
import { DIALECTS, newDatabase } from '../../support/databases.js'
import { aVote } from '../../support/factories.js'

describe.each(DIALECTS)('pair counts on %s', (dialect) => {
  let database: KyselyDatabase
  let counts: PairCountRepository

  beforeEach(async () => {
    database = await newDatabase(dialect)
    counts = new PairCountRepository(database)
  })
  afterEach(() => database.close())

  const loaded = async (slice: string) => {
    const kept = await counts.load(slice)
    const models = kept.models()
    return kept.pairs(models).map(({ a, b, tally }) => ({ pair: [models[a], models[b]], tally }))
  }

  it('add up by slice and pair, whichever side a version stood on', async () => {
    await database.write(async (trx) => {
      await counts.add(trx, 'real/overall', 'v1', 'v2', 'a')
      await counts.add(trx, 'real/overall', 'v2', 'v1', 'a')
      await counts.add(trx, 'real/overall', 'v2', 'v1', 'b')
      await counts.add(trx, 'real/overall', 'v2', 'v1', 'tie')
      await counts.add(trx, 'real/overall', 'v1', 'v2', 'both_bad', 3)
      await counts.add(trx, 'demo/overall', 'v1', 'v2', 'b')
    })
    expect(await loaded('real/overall')).toEqual([
      { pair: ['v1', 'v2'], tally: { a: 2, b: 1, tie: 1, both_bad: 3 } },
    ])
    expect(await loaded('demo/overall')).toEqual([
      { pair: ['v1', 'v2'], tally: { a: 0, b: 1, tie: 0, both_bad: 0 } },
    ])
  })

  it('are as before when a vote is taken back', async () => {
    await database.write(async (trx) => {
      await counts.add(trx, 's', 'v1', 'v2', 'tie')
      await counts.add(trx, 's', 'v3', 'v2', 'a')
      await counts.add(trx, 's', 'v3', 'v2', 'a', -1)
    })
    expect(await loaded('s')).toEqual([
      { pair: ['v1', 'v2'], tally: { a: 0, b: 0, tie: 1, both_bad: 0 } },
    ])
  })

  it('follow the transaction that they are written in', async () => {
    const failed = database.write(async (trx) => {
      await counts.add(trx, 's', 'v1', 'v2', 'a')
      throw new Error('no vote')
    })
    await expect(failed).rejects.toThrow('no vote')
    expect(await loaded('s')).toEqual([])
  })

  it('lose no vote to another at the same moment', async () => {
    const votes = Array.from({ length: 40 }, () =>
      database.write((trx) => counts.add(trx, 's', 'v1', 'v2', 'a')),
    )
    await Promise.all(votes)
    expect(await loaded('s')).toMatchObject([{ tally: { a: 40 } }])
  })

  it('rebuilt from the votes are the counts that were kept along', async () => {
    const versions = ['v1', 'v2', 'v3', 'd1', 'd2']
    await new ModelVersionRepository(database).remember(
      versions.map((id) => ({
        id,
        name: id,
        provider: 'demo' as const,
        demo: id.startsWith('d') ? (1 as const) : (0 as const),
      })),
      1,
    )
    const votes = new VoteRepository(database)
    const pairs = [
      ['v1', 'v2'],
      ['v3', 'v1'],
      ['v2', 'v3'],
      ['d2', 'd1'],
    ] as const
    await database.write(async (trx) => {
      for (let n = 0; n < 60; n += 1) {
        const [versionA, versionB] = pairs[n % pairs.length]!
        const choice = CHOICES[Math.floor(n / pairs.length) % CHOICES.length]!
        const rated = n % 5 === 0 ? 0 : 1
        const final = n % 11 === 0 ? 0 : 1
        await votes.put(
          trx,
          aVote({ id: `vote-${n}`, scope: `c-${n}`, versionA, versionB, choice, rated, final }),
        )
        if (!rated || !final) continue
        for (const slice of slicesOfVote(versionA.startsWith('d') ? 'demo' : 'real')) {
          await counts.add(trx, slice, versionA, versionB, choice)
        }
      }
      await counts.add(trx, 'old/slice', 'v1', 'v2', 'a')
    })
    const before = [await loaded('real/overall'), await loaded('demo/overall')]
    const counted = await new CountRebuilder(database, counts).rebuild()
    expect([await loaded('real/overall'), await loaded('demo/overall')]).toEqual(before)
    expect(await loaded('old/slice')).toEqual([])
    expect(counted).toBe(44)
  })
})
