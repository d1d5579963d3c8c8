import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CHOICES, LABELS, type Language } from '#shared/vocabulary'
import { standingsOf } from '#server/domain/rating/board'
import { WHOLE } from '#server/domain/rating/observation'
import { countsOfRows } from '#server/domain/rating/pair-rows'
import type { SliceFilter } from '#server/domain/rating/slices'
import type { BattleRow } from '#server/storage/database/board-tables'
import { CountRebuilder } from '#server/storage/boards/count-rebuilder'
import { PersonalRepository } from '#server/storage/conversations/personal.repository'
import { PairCountRepository } from '#server/storage/boards/pair-count.repository'
import { ScoreDayRepository } from '#server/storage/boards/score-day.repository'
import type { KyselyDatabase, Trx } from '#server/storage/database/kysely-database'
import { VoteRepository } from '#server/storage/votes/vote.repository'
import { DIALECTS, newDatabase } from '../../support/databases.js'
import { aVote } from '../../support/factories.js'
import { seeded } from '../../support/seeded.js'
import { VoteStore, aBattle, type CastVote } from '../../support/vote-store.js'

const OVERALL: SliceFilter = {
  pool: 'real',
  category: 'overall',
  language: '',
  from: 0,
  excludeTies: false,
  excludeShort: false,
}

async function locksWaitedFor(database: KyselyDatabase, kind = 'advisory'): Promise<number> {
  const found = await sql`select 1 from pg_locks where locktype = ${kind} and not granted`.execute(
    database.db,
  )
  return found.rows.length
}

describe.each(DIALECTS)('counts of battles on %s', (dialect) => {
  let database: KyselyDatabase
  let store: VoteStore

  beforeEach(async () => {
    database = await newDatabase(dialect)
    store = new VoteStore(database)
  })
  afterEach(() => database.close())

  const tally = async (filter: Partial<SliceFilter> = {}) =>
    (await store.counts.load({ ...OVERALL, ...filter })).map(({ versionA, versionB, sums }) => [
      versionA,
      versionB,
      [sums.a, sums.b, sums.tie, sums.both_bad],
      sums.battles,
    ])

  it('add up by pair, whichever side a version stood on, and apart by pool', async () => {
    const turned = aBattle({ id: 'b2', pair: ['v2', 'v1'] })
    await store.vote(aBattle({ id: 'b1' }), { battle: 'b1', voterId: 'x', choice: 'a' })
    await store.vote(turned, { battle: 'b2', voterId: 'x', choice: 'a' })
    await store.vote(aBattle({ id: 'b3', pool: 'demo' }), {
      battle: 'b3',
      voterId: 'x',
      choice: 'both_bad',
    })
    expect(await tally()).toEqual([['v1', 'v2', [1, 1, 0, 0], 2]])
    expect(await tally({ pool: 'demo' })).toEqual([['v1', 'v2', [0, 0, 0, 1], 1]])
  })

  it.runIf(dialect === 'postgres')(
    'hold no vote of somebody who is excluded while it comes in',
    async () => {
      let goOn = (): void => undefined
      const open = new Promise<void>((resolve) => (goOn = resolve))
      let isAsked = (): void => undefined
      const asked = new Promise<void>((resolve) => (isAsked = resolve))
      const cast = { battle: 'b1', voterId: 'x', choice: 'a' } as const
      const voted = store.vote(aBattle({ id: 'b1' }), cast, () => (isAsked(), open))
      await asked
      let over = false
      const excluded = store.admin.exclude('x', 'test').then(() => (over = true))
      while (!over && (await locksWaitedFor(database)) === 0);
      goOn()
      await Promise.all([voted, excluded])
      expect(await tally()).toEqual([])
      await store.admin.restore('x', 'test')
      expect(await tally()).toEqual([['v1', 'v2', [1, 0, 0, 0], 1]])
    },
  )

  it.runIf(dialect === 'postgres')(
    'hold a vote once that comes in while they are made anew',
    async () => {
      const cast = { battle: 'b1', voterId: 'x', choice: 'a' } as const
      let voted: Promise<unknown> = Promise.resolve()
      /** Cleared, and not yet counted: the vote comes in, or waits. */
      class Interrupted extends PairCountRepository {
        override async clear(trx: Trx): Promise<void> {
          await super.clear(trx)
          let over = false
          voted = store.vote(aBattle({ id: 'b1' }), cast).then(() => (over = true))
          while (!over && (await locksWaitedFor(database, 'relation')) === 0);
        }
      }
      const days = new ScoreDayRepository(database)
      const counts = new Interrupted(database)
      await new CountRebuilder(database, store.battles, counts, days).rebuild()
      await voted
      expect(await tally()).toEqual([['v1', 'v2', [1, 0, 0, 0], 1]])
    },
  )

  it('are kept for every slice that a battle is in', async () => {
    const cast = { voterId: 'x', choice: 'a' } as const
    const code = aBattle({ id: 'b1', labels: ['code', 'short'], language: 'zh', day: 100 })
    await store.vote(code, { battle: 'b1', ...cast })
    await store.vote(aBattle({ id: 'b2', labels: ['math'], day: 107 }), { battle: 'b2', ...cast })
    const battles = async (filter: Partial<SliceFilter>) => (await tally(filter))[0]?.[3] ?? 0
    expect(await battles({})).toBe(2)
    expect(await battles({ category: 'code' })).toBe(1)
    expect(await battles({ category: 'creative' })).toBe(0)
    expect(await battles({ language: 'zh' })).toBe(1)
    expect(await battles({ language: 'zh', category: 'math' })).toBe(0)
    expect(await battles({ excludeShort: true })).toBe(1)
    expect(await battles({ from: 100 })).toBe(2)
    expect(await battles({ from: 101 })).toBe(1)
    expect(await battles({ from: 108 })).toBe(0)
    expect(await battles({ from: 1, to: 106 })).toBe(1)
  })

  it('take a battle with several votes for one, and leave out its ties where they are not wanted', async () => {
    const battle = aBattle({ id: 'b1' })
    for (const [voterId, choice] of [
      ['x', 'a'],
      ['y', 'tie'],
      ['z', 'b'],
      ['w', 'a'],
    ] as const) {
      await store.vote(battle, { battle: 'b1', voterId, choice })
    }
    expect(await tally()).toEqual([['v1', 'v2', [2, 1, 1, 0], 1]])
    const [all] = await store.counts.load(OVERALL)
    const [decided] = await store.counts.load({ ...OVERALL, excludeTies: true })
    expect(all!.sums.points / WHOLE).toBeCloseTo(2.5 / 4, 12)
    expect(decided!.sums).toMatchObject({ a: 2, b: 1, tie: 0, both_bad: 0, battles: 1 })
    expect(decided!.sums.points / WHOLE).toBeCloseTo(2 / 3, 12)
  })

  it('are as before when a vote is withdrawn, and leave no empty row', async () => {
    const battle = aBattle({ id: 'b1', labels: ['code'] })
    await store.vote(battle, { battle: 'b1', voterId: 'x', choice: 'a' })
    const before = await store.dump()
    const board = standingsOf(countsOfRows(await store.counts.load(OVERALL)))
    await store.vote(battle, { battle: 'b1', voterId: 'y', choice: 'tie' })
    const other = aBattle({ id: 'b2', pair: ['v3', 'v1'] })
    await store.vote(other, { battle: 'b2', voterId: 'y', choice: 'b' })
    expect(await store.dump()).not.toEqual(before)
    expect(await store.admin.withdraw('b1/y', 'test')).toEqual({ battles: 1 })
    expect(await store.admin.withdraw('b2/y', 'test')).toEqual({ battles: 1 })
    expect(await store.dump()).toEqual(before)
    expect(standingsOf(countsOfRows(await store.counts.load(OVERALL)))).toEqual(board)
    expect(await store.admin.withdraw('b2/y', 'twice')).toEqual({ battles: 0 })
  })

  it('get a withdrawn vote back as it was, and not before its voter is taken back', async () => {
    const battle = aBattle({ id: 'b1' })
    await store.vote(battle, { battle: 'b1', voterId: 'x', choice: 'a' })
    const before = await store.dump()
    await store.admin.withdraw('b1/x', 'test')
    expect(await store.admin.restoreVote('b1/x', 'by mistake')).toEqual({ battles: 1 })
    expect(await store.dump()).toEqual(before)
    await expect(store.admin.restoreVote('b1/x', 'again')).rejects.toThrow(/no such vote/)

    await store.admin.withdraw('b1/x', 'test')
    await store.admin.exclude('x', 'a robot')
    await store.admin.restoreVote('b1/x', 'test')
    expect(await store.dump()).toEqual([])
    await store.admin.restore('x', 'a person after all')
    expect(await store.dump()).toEqual(before)
    const { details, ...restored } = (await store.audit.newest(50)).find(
      ({ action }) => action === 'vote_restored',
    )!
    expect(restored).toMatchObject({ subject: 'b1/x' })
    expect(JSON.parse(details)).toEqual({ rated: 0, unratedReason: 'withdrawn' })
  })

  it('get no vote that never counted, its battle being deleted before, by withdrawing and putting it back', async () => {
    const gone = aVote({ id: 'gone', final: 1, rated: 0, unratedReason: null })
    await database.write((trx) => new VoteRepository(database).put(trx, gone))
    expect(await store.admin.withdraw('gone', 'test')).toEqual({ battles: 0 })
    await expect(store.admin.restoreVote('gone', 'test')).rejects.toThrow(/no such vote/)
    expect(await database.db.selectFrom('votes').selectAll().execute()).toEqual([gone])
  })

  it('lose an excluded voter, whose later votes do not count, and get all back when that is undone', async () => {
    const battles = ['b1', 'b2', 'b3'].map((id) => aBattle({ id }))
    for (const battle of battles.slice(0, 2)) {
      for (const voterId of ['x', 'y']) {
        await store.vote(battle, { battle: battle.id, voterId, choice: 'a' })
      }
    }
    await store.admin.withdraw('b2/x', 'test')
    const before = await store.dump()
    expect(await store.admin.exclude('x', 'a robot')).toEqual({ battles: 1 })
    expect(await tally()).toEqual([['v1', 'v2', [2, 0, 0, 0], 2]])
    await store.vote(battles[2]!, { battle: 'b3', voterId: 'x', choice: 'b' })
    expect(await tally()).toEqual([['v1', 'v2', [2, 0, 0, 0], 2]])
    expect(await store.admin.exclude('x', 'again')).toEqual({ battles: 0 })
    expect(await store.admin.restore('x', 'a person after all')).toEqual({ battles: 2 })
    await store.admin.withdraw('b3/x', 'test')
    expect(await store.dump()).toEqual(before)
    await expect(store.admin.restore('x', 'again')).rejects.toThrow(/not excluded/)
    expect((await store.audit.newest(50)).map(({ action }) => action).sort()).toEqual([
      'vote_withdrawn',
      'vote_withdrawn',
      'voter_excluded',
      'voter_restored',
    ])
  })

  it('get back an excluded voter who has erased everything meanwhile', async () => {
    const battle = aBattle({ id: 'b1' })
    await store.vote(battle, { battle: 'b1', voterId: 'x', choice: 'a' })
    const before = await store.dump()
    await store.admin.exclude('x', 'a robot')
    const personal = new PersonalRepository(database)
    for (let time = 0; time < 2; time += 1) await personal.forget('x', 'nobody', 'heir')
    expect(await store.exclusions.all()).toMatchObject([{ voterId: 'nobody', reason: 'a robot' }])
    expect(await store.admin.restore('nobody', 'a person after all')).toEqual({ battles: 1 })
    expect(await store.dump()).toEqual(before)
  })

  it('move with the labels that an admin puts right', async () => {
    const battle = aBattle({ id: 'b1', labels: ['code'] })
    await store.vote(battle, { battle: 'b1', voterId: 'x', choice: 'a' })
    await store.admin.relabel('b1', { labels: ['math'], language: 'fr' }, 'it is a sum')
    // The board of one’s own votes is another, too.
    expect(store.told.at(-1)!.voters).toEqual(['x'])
    expect(await tally({ category: 'code' })).toEqual([])
    expect(await tally({ category: 'math', language: 'fr' })).toEqual([
      ['v1', 'v2', [1, 0, 0, 0], 1],
    ])
    expect(await store.battles.find('b1')).toMatchObject({ corrected: 1, labels: '["math"]' })
    await expect(store.admin.relabel('b9', { labels: [] }, 'x')).rejects.toThrow(/no such battle/)
  })

  it('follow the transaction that they are written in', async () => {
    const failed = database.write(async (trx) => {
      await store.battles.remember(trx, aBattle({ id: 'b1' }))
      await store.battleCounts.changing(trx, ['b1'], () => Promise.reject(new Error('no vote')))
    })
    await expect(failed).rejects.toThrow('no vote')
    expect(await store.dump()).toEqual([])
  })

  it('lose no vote to another at the same moment, on one battle or on many', async () => {
    const votes = Array.from({ length: 40 }, (_, n) =>
      store.vote(aBattle({ id: `b${n % 5}` }), {
        battle: `b${n % 5}`,
        voterId: `voter-${n}`,
        choice: 'a',
      }),
    )
    await Promise.all(votes)
    expect(await tally()).toEqual([['v1', 'v2', [40, 0, 0, 0], 5]])
    const live = await store.dump()
    await store.rebuilder.rebuild()
    expect(await store.dump()).toEqual(live)
  })

  const VOTES = dialect === 'sqlite' ? 10_000 : 1_500

  it(`rebuilt are the counts that were kept along: ${VOTES} votes, withdrawals, exclusions`, async () => {
    const random = seeded(20_261_127)
    const history = votesIn(random)
    const cast: CastVote[] = []
    while (cast.length < VOTES) {
      // One by one as people cast them, or many in one transaction as an import brings them.
      const isAlone = random.next() < 0.7
      const most = Math.min(isAlone ? 1 : 1 + random.below(120), VOTES - cast.length)
      const votes = Array.from({ length: most }, () => history.next().value)
      if (isAlone) await store.vote(...votes[0]!)
      else await store.voteAll(votes)
      for (const [, vote] of votes) {
        cast.push(vote)
        await disturb(random, cast)
      }
    }
    const live = await store.dump()
    const rebuilt = await store.rebuilder.rebuild()
    expect(await store.dump()).toEqual(live)
    expect(rebuilt.votes).toBeGreaterThan(VOTES / 2)
    expect(rebuilt.battles).toBeLessThan(rebuilt.votes)
  }, 240_000)

  /** Now and then an admin steps in. */
  async function disturb(random: ReturnType<typeof seeded>, cast: readonly CastVote[]) {
    const { battle, voterId } = random.of(cast)
    const dice = random.next()
    if (dice < 0.02) await store.admin.withdraw(`${battle}/${voterId}`, 'test')
    else if (dice < 0.025) await store.admin.exclude(voterId, 'test')
    else if (dice < 0.029) {
      const [excluded] = await store.exclusions.all()
      if (excluded) await store.admin.restore(excluded.voterId, 'test')
    } else if (dice < 0.04) {
      await store.admin.relabel(battle, { labels: [random.of(LABELS)] }, 'test')
    }
  }

  it('do not depend on the order of the votes', async () => {
    const random = seeded(7)
    const battles = Array.from({ length: 60 }, (_, n) => randomBattle(`b${n}`, random))
    const votes = battles.flatMap((row) =>
      ['x', 'y', 'z'].map((voterId) => ({
        row,
        vote: { battle: row.id, voterId, choice: random.of(CHOICES) },
      })),
    )
    for (const { row, vote } of votes) await store.vote(row, vote)
    const first = await store.dump()
    const other = await newDatabase(dialect)
    const second = new VoteStore(other)
    for (const { row, vote } of votes.sort(() => random.next() - 0.5)) await second.vote(row, vote)
    expect(await second.dump()).toEqual(first)
    await other.close()
  })
})

/** Votes without end: a quarter of them on a battle that has some already, nobody twice on one. */
function* votesIn(random: ReturnType<typeof seeded>): Generator<[BattleRow, CastVote], never> {
  const battles: BattleRow[] = []
  const taken = new Set<string>()
  for (;;) {
    const again = battles.length > 0 && random.next() < 0.25
    if (!again) battles.push(randomBattle(`b${battles.length}`, random))
    const back = again ? random.below(Math.min(50, battles.length)) : 0
    const row = battles.at(-1 - back)!
    const voterId = `voter-${random.below(200)}`
    const vote: CastVote = { battle: row.id, voterId, choice: random.of(CHOICES) }
    if (taken.has(`${row.id}/${voterId}`)) continue
    taken.add(`${row.id}/${voterId}`)
    yield [row, vote]
  }
}

function randomBattle(id: string, random: ReturnType<typeof seeded>): BattleRow {
  const first = random.below(9)
  const second = (first + 1 + random.below(8)) % 9
  return aBattle({
    id,
    pool: random.next() < 0.2 ? 'demo' : 'real',
    pair: [`v${first}`, `v${second}`],
    day: 20_000 + random.below(40),
    language: random.of<Language>(['en', 'zh', 'unknown', 'fr']),
    labels: LABELS.filter(() => random.next() < 0.2),
  })
}
