import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BoardService } from '#server/leaderboard/board.service'
import type { ContestantService } from '#server/leaderboard/contestant.service'
import { Fitter } from '#server/leaderboard/fit/fitter'
import { ScoreDays } from '#server/leaderboard/score-days'
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
  let lastVote = 0

  beforeEach(async () => {
    database = await newDatabase(dialect)
    store = new VoteStore(database)
    clock = new ManualClock()
    clock.advance(startOf(TODAY) + 60 * MINUTE - clock.now())
    repository = new ScoreDayRepository(database)
    days = new ScoreDays(
      clock,
      { modelMinVotes: 1, boardMinVotes: 2 } as Settings,
      store.counts,
      repository,
      new Fitter(undefined as never),
      { labels: () => Promise.resolve(new Map()) } as unknown as ContestantService,
      { anchor: () => null } as unknown as BoardService,
    )
  })
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
      .poll(() => kept().then((rows) => rows.slice(-2)))
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
    clock.advance(MINUTE)
    await expect.poll(counted).toEqual([
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
