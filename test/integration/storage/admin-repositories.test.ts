import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ActivityRepository, HOUR_MS } from '#server/storage/admin/activity.repository'
import { AuditRepository } from '#server/storage/admin/audit.repository'
import { ConversationSearchRepository } from '#server/storage/conversations/conversation-search.repository'
import { ConversationRepository } from '#server/storage/conversations/conversation.repository'
import type { AdminAuditRow } from '#server/storage/database/admin-tables'
import { ExportRepository, type ExportedVote } from '#server/storage/admin/export.repository'
import type { KyselyDatabase } from '#server/storage/database/kysely-database'
import { ModelOverrideRepository } from '#server/storage/admin/model-override.repository'
import { ModelVersionRepository } from '#server/storage/boards/model-version.repository'
import { ReactionRepository } from '#server/storage/conversations/reaction.repository'
import { VoteSearchRepository } from '#server/storage/votes/vote-search.repository'
import { VoteRepository } from '#server/storage/votes/vote.repository'
import { DIALECTS, newDatabase } from '../../support/databases.js'
import { aConversation, aTurn, aVote, anAnswer } from '../../support/factories.js'

const act = (id: string, createdAt: number): AdminAuditRow => ({
  id,
  createdAt,
  action: 'model_set',
  subject: 'one',
  reason: '',
  details: '{}',
})
describe.each(DIALECTS)('what an admin asks of %s', (dialect) => {
  let database: KyselyDatabase
  beforeEach(async () => {
    database = await newDatabase(dialect)
    await new ModelVersionRepository(database).remember(
      [
        { id: 'version-1', name: 'one_100%', provider: 'demo', demo: 1 },
        { id: 'version-2', name: 'Two', provider: 'demo', demo: 1 },
      ],
      1,
    )
  })
  afterEach(() => database.close())

  const conversation = (id: string, createdAt: number, versions: string[]) =>
    database.write(async (trx) => {
      const conversations = new ConversationRepository(database)
      const sides = versions.map((versionId, at) => ({ side: at ? 'b' : 'a', versionId }) as const)
      const mode = versions.length > 1 ? 'battle' : 'direct'
      await conversations.insert(trx, aConversation({ id, createdAt, mode }), sides)
      await conversations.insertTurn(
        trx,
        aTurn({ conversationId: id }),
        sides.map(({ side, versionId }) =>
          anAnswer({ conversationId: id, side, versionId, status: id === 'c' ? 'failed' : 'done' }),
        ),
      )
    })

  it('adds to the record and never changes it, whoever asks', async () => {
    const record = new AuditRepository(database)
    await database.write(async (trx) => {
      for (const at of [1, 2, 3]) await record.add(trx, act(`act-${at}`, at))
    })
    expect((await record.newest(2)).map(({ id }) => id)).toEqual(['act-3', 'act-2'])
    const rest = await record.newest(2, { createdAt: 2, id: 'act-2' })
    expect(rest.map(({ id }) => id)).toEqual(['act-1'])
    for (const change of [
      sql`update "adminAudit" set reason = 'none'`,
      sql`delete from "adminAudit" where id = 'act-1'`,
    ]) {
      await expect(change.execute(database.db)).rejects.toThrow(/only added to/)
    }
    expect(await record.newest(9)).toHaveLength(3)
  })

  it('remembers what is set for a model until it is cleared', async () => {
    const overrides = new ModelOverrideRepository(database)
    const row = { name: 'one', off: 1, weight: null, createdAt: 1 } as const
    await database.write((trx) => overrides.put(trx, row))
    await database.write((trx) => overrides.put(trx, { ...row, off: 0, weight: 0.5 }))
    expect(await overrides.all()).toEqual([{ ...row, off: 0, weight: 0.5 }])
    await database.write((trx) => overrides.remove(trx, 'one'))
    expect(await overrides.all()).toEqual([])
  })

  it('finds conversations by what can be known without reading them', async () => {
    await conversation('a', 1 * HOUR_MS, ['version-1', 'version-2'])
    await conversation('b', 2 * HOUR_MS, ['version-2'])
    await conversation('c', 2 * HOUR_MS, ['version-1', 'version-2'])
    const search = new ConversationSearchRepository(database)
    const ids = async (query: Parameters<typeof search.find>[0], limit = 9) =>
      (await search.find(query, limit)).map(({ id }) => id)
    expect(await ids({})).toEqual(['c', 'b', 'a'])
    expect(await ids({ before: { at: 2 * HOUR_MS, id: 'c' } }, 1)).toEqual(['b'])
    expect(await ids({ search: 'two' })).toEqual(['c', 'b', 'a'])
    expect(await ids({ search: 'e_100%' })).toEqual(['c', 'a'])
    // No wildcards but the text itself.
    expect(await ids({ search: '%' })).toEqual(['c', 'a'])
    expect(await ids({ search: 'own' })).toEqual(['c', 'b', 'a'])
    expect(await ids({ search: 'wner' })).toEqual([])
    expect(await ids({ mode: 'direct' })).toEqual(['b'])
    expect(await ids({ failed: true })).toEqual(['c'])
    const reactions = new ReactionRepository(database)
    const said = { turn: 1, voterId: 'owner', createdAt: 5 }
    await reactions.put({ ...said, conversationId: 'a', reaction: 'up' })
    await reactions.put({ ...said, conversationId: 'b', reaction: 'flag' })
    expect(await ids({ reported: true })).toEqual(['b'])
    expect(await search.find({ reported: true }, 1)).toMatchObject([{ reports: 1 }])
    expect([await reactions.reportsSince(5), await reactions.reportsSince(6)]).toEqual([1, 0])
    expect((await search.find({ search: 'c' }, 1))[0]).toEqual({
      id: 'c',
      ownerId: 'owner',
      mode: 'battle',
      createdAt: 2 * HOUR_MS,
      updatedAt: 1_000,
      turns: 1,
      failed: 2,
      reports: 0,
      pictures: 0,
      models: ['one_100%', 'Two'],
    })
    const activity = new ActivityRepository(database)
    expect((await activity.conversations(2 * HOUR_MS)).sort((x) => (x.battle ? -1 : 1))).toEqual([
      { hour: 2, count: 1, battle: true },
      { hour: 2, count: 1, battle: false },
    ])
  })

  it('counts failed answers of the day by model and why', async () => {
    const ended = [
      ['failed', 'answer_timeout', 5],
      ['failed', 'answer_timeout', 6],
      ['interrupted', 'answer_interrupted', 7],
      ['failed', 'model_busy', 4],
      ['done', null, 8],
    ] as const
    const conversations = new ConversationRepository(database)
    for (const [at, [status, errorCode, finishedAt]] of ended.entries()) {
      const conversationId = `failing-${at}`
      const versionId = errorCode === 'answer_timeout' ? 'version-2' : 'version-1'
      await database.write(async (trx) => {
        const sides = [{ side: 'a', versionId }] as const
        await conversations.insert(trx, aConversation({ id: conversationId }), sides)
        await conversations.insertTurn(trx, aTurn({ conversationId }), [
          anAnswer({ conversationId, versionId, status, errorCode, finishedAt }),
        ])
      })
    }
    expect(await new ActivityRepository(database).failures(5)).toEqual([
      { name: 'Two', code: 'answer_timeout', count: 2 },
      { name: 'one_100%', code: 'answer_interrupted', count: 1 },
    ])
  })

  it('finds, counts and exports votes by their state', async () => {
    const votes = new VoteRepository(database)
    await database.write(async (trx) => {
      for (let number = 0; number < 1203; number += 1) {
        const id = `vote-${String(number).padStart(4, '0')}`
        const state =
          number === 0
            ? { final: 0 as const }
            : number === 1
              ? { final: 1 as const, unratedReason: 'too_fast' as const }
              : { final: 1 as const, rated: 1 as const }
        await votes.put(trx, aVote({ id, scope: id, castAt: Math.floor(number / 3), ...state }))
      }
    })
    const search = new VoteSearchRepository(database)
    const counts = await search.counts()
    expect(counts.sort((x, y) => x.votes - y.votes || (x.state < y.state ? -1 : 1))).toEqual([
      { state: 'unrated', reason: 'too_fast', votes: 1 },
      { state: 'waiting', reason: null, votes: 1 },
      { state: 'rated', reason: null, votes: 1201 },
    ])
    const ids = async (query: Parameters<typeof search.find>[0]) =>
      (await search.find(query, 2)).map(({ id, modelA, modelB }) => [id, modelA, modelB])
    expect(await ids({ reason: 'too_fast' })).toEqual([['vote-0001', 'one_100%', 'Two']])
    expect(await ids({ state: 'waiting' })).toEqual([['vote-0000', 'one_100%', 'Two']])
    expect((await ids({ state: 'rated', before: { at: 400, id: 'vote-1202' } }))[0]![0]).toBe(
      'vote-1201',
    )
    expect(await ids({ voter: 'nobody' })).toEqual([])

    const exports = new ExportRepository(database)
    const all: ExportedVote[] = []
    for await (const rows of exports.votes()) all.push(...rows)
    expect(await exports.count()).toBe(1202)
    expect(all.map(({ id }) => id)).toEqual(
      Array.from({ length: 1202 }, (_, at) => `vote-${String(at + 1).padStart(4, '0')}`),
    )
  })
})
