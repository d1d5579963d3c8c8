import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BoardService } from '#server/leaderboard/board.service'
import type { ContestantService } from '#server/leaderboard/contestant.service'
import { Fitter } from '#server/leaderboard/fit/fitter'
import { ScoreDays } from '#server/leaderboard/score-days'
import type { ModelCatalog } from '#server/config/model-catalog'
import type { Anchor } from '#server/domain/rating/anchor'
import type { Settings } from '#server/config/settings'
import { startOf } from '#server/domain/day'
import type { KyselyDatabase } from '#server/storage/database/kysely-database'
import { ScoreDayRepository } from '#server/storage/boards/score-day.repository'
import { DIALECTS, newDatabase } from '../../support/databases.js'
import { ManualClock } from '../../support/manual-clock.js'
import { VoteStore, aBattle } from '../../support/vote-store.js'

const TODAY = 20_000
const MINUTE = 60_000
const yesterday = { slice: 'real/overall', language: '', day: TODAY - 1, short: 0 } as const

describe.each(DIALECTS)('scores of past days on %s', (dialect) => {
  let database: KyselyDatabase
  let store: VoteStore
  let clock: ManualClock
  let repository: ScoreDayRepository
  let days: ScoreDays
  let anchor: Anchor | null
  let reloaded: () => void
  let lastVote = 0

  beforeEach(async () => {
    database = await newDatabase(dialect)
    store = new VoteStore(database)
    clock = new ManualClock()
    clock.advance(startOf(TODAY) + 60 * MINUTE - clock.now())
    repository = new ScoreDayRepository(database)
    anchor = null
    reloaded = () => undefined
    days = scoreDays()
  })

  const scoreDays = (settings: Partial<Settings> = {}): ScoreDays =>
    new ScoreDays(
      clock,
      { modelMinVotes: 1, boardMinVotes: 2, ...settings } as Settings,
      store.counts,
      repository,
      new Fitter(undefined as never),
      { labels: () => Promise.resolve(new Map()) } as unknown as ContestantService,
      { anchor: () => anchor } as unknown as BoardService,
      {
        onChange: (heard: () => void) => {
          reloaded = heard
          return () => undefined
        },
      } as unknown as ModelCatalog,
    )

  afterEach(async () => {
    await days.onModuleDestroy()
    await database.close()
  })

  async function vote(day: number, choice: 'a' | 'b') {
    const battle = `battle-${(lastVote += 1)}`
    await store.vote(aBattle({ id: battle, day }), { battle, voterId: battle, choice })
    return battle
  }

  /** Version, votes and rank of each day that is kept. */
  async function kept() {
    const rows = await repository.since('real', 0)
    return rows.map(({ day, versionId, votes, rankBest }) => [day, versionId, votes, rankBest])
  }

  const counted = async () => (await kept()).map(([day, , votes]) => [day, votes])

  const begin = () => {
    days.onApplicationBootstrap()
    clock.advance(0)
  }

  /** What is there after a rest: the run before may not have come to its end when the next is asked for. */
  const rested = <T>(read: () => Promise<T>): Promise<T> => {
    clock.advance(10_000)
    return read()
  }

  it('are made up for once the day has ended, also those that nobody was up for', async () => {
    await vote(TODAY - 3, 'a')
    await vote(TODAY - 1, 'a')
    await vote(TODAY - 1, 'b')
    await vote(TODAY, 'b')
    begin()
    await expect.poll(kept).toEqual([
      // Fewer votes than a board needs: no ranks.
      [TODAY - 3, 'v1', 1, null],
      [TODAY - 3, 'v2', 1, null],
      [TODAY - 1, 'v1', 3, 1],
      [TODAY - 1, 'v2', 3, 1],
    ])
    clock.advance(startOf(TODAY + 1) + MINUTE - clock.now() - 1)
    expect(await repository.last('real')).toBe(TODAY - 1)
    clock.advance(1)
    await expect
      .poll(() => rested(kept).then((rows) => rows.slice(-2)))
      .toEqual([
        [TODAY, 'v1', 4, 1],
        [TODAY, 'v2', 4, 1],
      ])
  })

  it('are worked out anew from the day on of which a vote is taken off, and no sooner', async () => {
    await vote(TODAY - 3, 'a')
    const taken = await vote(TODAY - 2, 'a')
    await vote(TODAY - 1, 'b')
    begin()
    await expect.poll(counted).toEqual([
      [TODAY - 3, 1],
      [TODAY - 3, 1],
      [TODAY - 2, 2],
      [TODAY - 2, 2],
      [TODAY - 1, 3],
      [TODAY - 1, 3],
    ])
    await store.admin.withdraw(`${taken}/${taken}`, 'a test')
    for (const changed of store.told) days.outdate(changed)
    await expect
      .poll(() => rested(counted))
      .toEqual([
        [TODAY - 3, 1],
        [TODAY - 3, 1],
        [TODAY - 1, 2],
        [TODAY - 1, 2],
      ])
  })

  it('are not trusted after a stop before they could be worked out anew', async () => {
    const taken = await vote(TODAY - 2, 'a')
    await vote(TODAY - 1, 'b')
    begin()
    await expect.poll(counted).toHaveLength(4)
    // The task rests, so that what is asked of it now waits.
    days.outdate({ cells: [yesterday], voters: [] })
    await store.admin.withdraw(`${taken}/${taken}`, 'a test')
    for (const changed of store.told) days.outdate(changed)
    await days.onModuleDestroy()
    expect(await counted()).toEqual([])
  })

  /** Ratings of the first model by day. */
  const ratings = async () =>
    (await repository.since('real', 0))
      .filter(({ versionId }) => versionId === 'v1')
      .map(({ day, rating }) => [day, Math.round(rating)])

  it('are forgotten in the transaction that takes a vote of theirs off: a kill leaves no old ones', async () => {
    await vote(TODAY - 3, 'a')
    const taken = await vote(TODAY - 2, 'a')
    await vote(TODAY - 1, 'b')
    begin()
    await expect.poll(counted).toHaveLength(6)
    await store.admin.withdraw(`${taken}/${taken}`, 'a test')
    // Nobody told `days` of it, as if the process had ended here.
    expect((await counted()).map(([day]) => day)).toEqual([TODAY - 3, TODAY - 3])
    const next = scoreDays()
    next.onApplicationBootstrap()
    clock.advance(0)
    await expect.poll(counted).toEqual([
      [TODAY - 3, 1],
      [TODAY - 3, 1],
      [TODAY - 1, 2],
      [TODAY - 1, 2],
    ])
    await next.onModuleDestroy()
  })

  it('are worked out anew under other settings, all of them', async () => {
    await vote(TODAY - 2, 'a')
    await vote(TODAY - 2, 'b')
    await vote(TODAY - 1, 'b')
    begin()
    await expect.poll(ratings).toEqual([
      [TODAY - 2, 1000],
      [TODAY - 1, 940],
    ])
    await days.onModuleDestroy()
    anchor = { model: 'v1', rating: 1200 }
    const anchored = scoreDays()
    anchored.onApplicationBootstrap()
    clock.advance(0)
    await expect.poll(ratings).toEqual([
      [TODAY - 2, 1200],
      [TODAY - 1, 1200],
    ])
    // The model file points the anchor's name at another version.
    anchor = { model: 'v2', rating: 1200 }
    reloaded()
    await expect
      .poll(() => rested(ratings))
      .toEqual([
        [TODAY - 2, 1200],
        [TODAY - 1, 1080],
      ])
    await anchored.onModuleDestroy()
    const strict = scoreDays({ boardMinVotes: 3 })
    strict.onApplicationBootstrap()
    clock.advance(0)
    await expect
      .poll(async () => (await kept()).map(([day, version, , rank]) => [day, version, rank]))
      .toEqual([
        [TODAY - 2, 'v1', null],
        [TODAY - 2, 'v2', null],
        [TODAY - 1, 'v1', 1],
        [TODAY - 1, 'v2', 1],
      ])
    await strict.onModuleDestroy()
  })

  it('are not worked out anew under the same settings', async () => {
    await vote(TODAY - 1, 'a')
    begin()
    await expect.poll(counted).toHaveLength(2)
    await database.db.updateTable('scoreDays').set({ votes: 77 }).execute()
    const next = scoreDays()
    next.onApplicationBootstrap()
    clock.advance(0)
    await next.onModuleDestroy()
    expect(await counted()).toEqual([
      [TODAY - 1, 77],
      [TODAY - 1, 77],
    ])
  })

  it('are worked out anew after the counts were', async () => {
    await vote(TODAY - 1, 'a')
    begin()
    await expect.poll(counted).toHaveLength(2)
    await store.rebuilder.rebuild()
    expect(await counted()).toEqual([])
  })

  it('stay as they are while only votes of today come in', async () => {
    await vote(TODAY - 1, 'a')
    begin()
    await expect.poll(counted).toHaveLength(2)
    const pending = clock.pending
    days.outdate({
      cells: [{ slice: 'real/overall', language: '', day: TODAY, short: 0 }],
      voters: [],
    })
    expect(clock.pending).toBe(pending)
  })
})
