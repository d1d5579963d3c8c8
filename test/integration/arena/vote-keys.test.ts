import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { VoteKeySweeper } from '#server/arena/votes/vote-key-sweeper'
import { PRIVACY } from '#server/config/default-privacy'
import { parseSettings } from '#server/config/parse-settings'
import { CAP_WINDOWS } from '#server/domain/voting/vote-caps'
import type { VoteRow } from '#server/storage/database/database'
import type { KyselyDatabase } from '#server/storage/database/kysely-database'
import { VoteKeyRepository } from '#server/storage/votes/vote-key.repository'
import { VoteRepository } from '#server/storage/votes/vote.repository'
import { DIALECTS, newDatabase } from '../../support/databases.js'
import { aVote } from '../../support/factories.js'
import { ManualClock } from '../../support/manual-clock.js'

const DAY_MS = 24 * 3_600_000
const settings = parseSettings({ VOTE_GRACE_MS: '3000' }, {}, process.cwd())

describe.each(DIALECTS)('what the caps count votes by, on %s', (dialect) => {
  let database: KyselyDatabase
  beforeEach(async () => {
    database = await newDatabase(dialect)
  })
  afterEach(() => database.close())

  it('is forgotten when no cap looks at it any more, of final votes', async () => {
    const clock = new ManualClock()
    const start = clock.now()
    const keys = { addressKey: 'from here', promptKey: 'on this' }
    const vote = (id: string, given: Partial<VoteRow>) =>
      aVote({ id, scope: id, conversationId: id, castAt: start, final: 1, ...keys, ...given })
    await database.write((trx) =>
      new VoteRepository(database).add(trx, [
        vote('old', {}),
        vote('younger', { castAt: start + 3_600_000 }),
        vote('in its grace', { final: 0 }),
      ]),
    )
    const sweeper = new VoteKeySweeper(settings, clock, new VoteKeyRepository(database))
    const left = async () => {
      await sweeper.onModuleDestroy()
      const votes = await database.db.selectFrom('votes').selectAll().orderBy('id').execute()
      return votes.map(({ id, addressKey, promptKey }) => [id, addressKey, promptKey])
    }
    const sweepAfter = (ms: number) => {
      clock.advance(start + ms - clock.now())
      sweeper.onApplicationBootstrap()
      return left()
    }
    const { addressKey, promptKey } = keys
    const untouched = ['in its grace', addressKey, promptKey]
    expect(await sweepAfter(CAP_WINDOWS.address + 2_999)).toEqual([
      untouched,
      ['old', addressKey, promptKey],
      ['younger', addressKey, promptKey],
    ])
    expect(await sweepAfter(CAP_WINDOWS.address + 3_000)).toEqual([
      untouched,
      ['old', null, promptKey],
      ['younger', addressKey, promptKey],
    ])
    expect(await sweepAfter(CAP_WINDOWS.prompt + 3_000)).toEqual([
      untouched,
      ['old', null, null],
      ['younger', null, promptKey],
    ])
  })

  it('is looked for once an hour', async () => {
    const clock = new ManualClock()
    await database.write((trx) =>
      new VoteRepository(database).add(trx, [
        aVote({ castAt: clock.now(), final: 1, addressKey: 'from here' }),
      ]),
    )
    const sweeper = new VoteKeySweeper(settings, clock, new VoteKeyRepository(database))
    sweeper.onApplicationBootstrap()
    clock.advance(CAP_WINDOWS.address + 3_600_000)
    await sweeper.onModuleDestroy()
    expect(clock.pending).toBe(0)
    const vote = await database.db.selectFrom('votes').selectAll().executeTakeFirstOrThrow()
    expect(vote.addressKey).toBeNull()
  })

  it('and all else that a vote has is named by the privacy notice, in each language', async () => {
    const tables = await database.db.introspection.getTables()
    const columns = tables.find(({ name }) => name === 'votes')!.columns.map(({ name }) => name)
    expect(columns.sort()).toEqual(Object.keys(TOLD).sort())
    for (const [english, chinese] of Object.values(TOLD)) {
      expect(PRIVACY.en(settings)).toMatch(english)
      expect(PRIVACY['zh-CN'](settings)).toMatch(chinese)
    }
    expect([CAP_WINDOWS.address / DAY_MS, CAP_WINDOWS.prompt / DAY_MS]).toEqual([1, 30])
  })
})

type Told = readonly [english: RegExp, chinese: RegExp]
const VOTE: Told = [/What you judge\*\*: votes/, /你的评判\*\*：投票/]
const COUNTS: Told = [/whether they count/, /是否计入/]
const MODELS: Told = [/on which models they were/, /涉及的模型/]

/** By what words of the notice each column is told. */
const TOLD: Record<keyof VoteRow, Told> = {
  id: VOTE,
  conversationId: VOTE,
  turn: VOTE,
  scope: VOTE,
  choice: VOTE,
  early: VOTE,
  voterId: [/a random number by which this browser’s/, /一个随机数，用来区分此浏览器/],
  castAt: [/votes with their time/, /投票及其时间/],
  finalAt: [/votes with their time/, /投票及其时间/],
  final: COUNTS,
  rated: COUNTS,
  unratedReason: COUNTS,
  ownReason: COUNTS,
  held: COUNTS,
  versionA: MODELS,
  versionB: MODELS,
  reasons: [/with the reasons/, /给出的理由/],
  comment: [/the comment/, /评论/],
  addressKey: [
    /For a day: from where it came, as a hash/,
    /保留一天：票从哪里来，即你的网络地址的哈希/,
  ],
  promptKey: [/For 30 days.*on which prompts it was, as a hash/, /保留 30 天.*提问/],
}
