import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditPage, Backups, Overview } from '#shared/protocol/admin'
import type { AdminConversationPage, AdminTranscript } from '#shared/protocol/admin-conversations'
import type { AdminModel, ModelTest } from '#shared/protocol/admin-models'
import type { VoteCounts, VotePage } from '#shared/protocol/admin-votes'
import type { AdminSpend } from '#shared/protocol/spend'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import type { Reply } from '../../support/fake-upstream/script.js'
import { twoModels } from '../../support/models.js'
import { ADMIN_TOKEN, adminOf } from '../../support/test-admin.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'
import { SqliteDatabase } from '#server/storage/database/sqlite'

const SECRET = 'the words of a prompt'

describe('the admin side', () => {
  let upstream: FakeUpstream
  let arena: TestArena
  let person: TestPerson
  let reply: Reply
  const admin = adminOf(() => arena)

  beforeAll(async () => {
    upstream = await startFakeUpstream()
    upstream.script(() => reply)
    const { alpha, beta } = twoModels(upstream.url)
    arena = await startArena({
      models: { alpha: { ...alpha, input_price: 2, output_price: 10 }, beta },
      env: { ADMIN_TOKEN },
    })
    person = await TestPerson.arrive(arena.url)
    healthy()
  })
  afterAll(async () => {
    person.leave()
    await arena.close()
    await upstream.close()
  })

  const healthy = () => (reply = { text: ['ready'], usage: { input: 100, output: 50 } })
  const battle = async () => {
    const { conversationId } = await person.does('conversation:start', {
      mode: 'battle',
      text: SECRET,
    })
    const own = (frame: { conversationId: string }) => frame.conversationId === conversationId
    await person.hears('turn:done', own)
    return { conversationId, own }
  }
  const model = async (name: string) => {
    const { body } = await admin<{ models: AdminModel[] }>('GET', 'models')
    return body.models.find((each) => each.name === name)!
  }
  const actions = async () =>
    (await admin<AuditPage>('GET', 'audit')).body.entries.map(({ action }) => action)

  it('tests a model by a real request, and tells of a failure our code and nothing of the upstream', async () => {
    const { body } = await admin<ModelTest>('POST', 'models/test', { name: 'alpha' })
    expect(body).toMatchObject({ ok: true, text: 'ready', inputTokens: 100, outputTokens: 50 })
    expect(upstream.calls.at(-1)!.body).toMatchObject({ model: 'alpha-1' })
    reply = { status: 401, message: 'key-alpha of account 123 is wrong' }
    const failed = await admin<ModelTest>('POST', 'models/test', { name: 'alpha' })
    expect(failed.body).toMatchObject({ ok: false, error: { code: 'model_misconfigured' } })
    expect(JSON.stringify(failed.body)).not.toMatch(/key-alpha|account|127\.0\.0\.1/)
    expect((await model('alpha')).health).toMatchObject({
      state: 'open',
      lastError: { code: 'model_misconfigured' },
    })
    healthy()
    // One that is well again need not wait for its time to be tried.
    await admin('POST', 'models/test', { name: 'alpha' })
    expect((await model('alpha')).health.state).toBe('closed')
    expect((await admin('POST', 'models/test', { name: 'none' })).status).toBe(404)
    expect(await actions()).toEqual(['model_tested', 'model_tested', 'model_tested'])
  })

  it('counts what each model used and cost by the day, over a restart too', async () => {
    await battle()
    const check = async () => {
      const { days } = (await admin<AdminSpend>('GET', 'spend?days=7')).body
      // Two tests that were answered, one that was refused, and a battle.
      expect(days.find(({ name }) => name === 'alpha')).toMatchObject({
        day: new Date().toISOString().slice(0, 10),
        inputTokens: 300,
        outputTokens: 150,
        currency: 'USD',
        cost: expect.closeTo(0.0021, 10),
      })
      expect(days.find(({ name }) => name === 'beta')).toMatchObject({ answers: 1, cost: 0 })
    }
    await check()
    person.leave()
    arena = await arena.restart()
    person = await person.again(arena.url)
    await check()
    const { body } = await admin<Overview>('GET', 'overview')
    expect(body).toMatchObject({
      people: 1,
      streams: 0,
      database: 'sqlite',
      share: { state: 'off' },
    })
    expect(body.today.costs).toEqual([{ currency: 'USD', cost: expect.closeTo(0.0021, 10) }])
    expect(body.hours).toHaveLength(24)
    expect(body.hours.reduce((sum, { battles }) => sum + battles, 0)).toBe(1)
  })

  it('counts the answers that failed today, of each model by why', async () => {
    expect((await admin<Overview>('GET', 'overview')).body.today.failures).toEqual([])
    reply = { status: 400, message: 'key-alpha does not like it' }
    const start = { mode: 'direct' as const, text: 'Q', models: ['alpha'] }
    const { conversationId } = await person.does('conversation:start', start)
    await person.hears('turn:done', (frame) => frame.conversationId === conversationId)
    healthy()
    const code = 'model_rejected'
    const { failures } = (await admin<Overview>('GET', 'overview')).body.today
    expect(failures).toEqual([{ name: 'alpha', code, count: 1 }])
    expect((await model('alpha')).failuresToday).toEqual([{ code, count: 1 }])
    expect((await model('beta')).failuresToday).toEqual([])
  })

  it('switches a model off and weighs it for now, over reload and restart, until it is cleared', async () => {
    const set = (off: boolean, weight: number | null) =>
      admin<AdminModel>('POST', 'models/set', { name: 'beta', off, weight })
    expect((await set(true, null)).body).toMatchObject({
      available: false,
      override: { off: true },
    })
    const reachable = async () =>
      (await (await person.fetch('/api/models')).json()) as { models: { available: boolean }[] }
    expect((await reachable()).models.map(({ available }) => available)).toEqual([true, false])
    expect(
      await person.ask('conversation:start', { commandId: 'off', mode: 'battle', text: 'Q' }),
    ).toMatchObject({ error: { code: 'not_enough_models' } })
    await admin('POST', 'reload')
    expect((await model('beta')).available).toBe(false)
    // Its operator may still try it.
    expect((await admin('POST', 'models/test', { name: 'beta' })).body).toMatchObject({ ok: true })

    await set(false, 0.25)
    person.leave()
    arena = await arena.restart()
    person = await person.again(arena.url)
    expect(await model('beta')).toMatchObject({
      available: true,
      weight: 0.25,
      writtenWeight: 1,
      override: { off: false, weight: 0.25 },
    })
    const cleared = await admin<AdminModel>('POST', 'models/clear', { name: 'beta' })
    expect(cleared.body).toMatchObject({ weight: 1 })
    expect(cleared.body).not.toHaveProperty('override')
    expect((await admin('POST', 'models/set', { name: 'none', off: true, weight: 1 })).status).toBe(
      404,
    )
    expect((await set(false, -1)).status).toBe(400)
  })

  it('shows votes by state, withdraws one and puts it back', async () => {
    const { conversationId, own } = await battle()
    await person.does('vote:cast', { conversationId, turn: 1, choice: 'tie' })
    await person.hears('conversation:revealed', own)
    expect((await admin<VoteCounts>('GET', 'votes/counts')).body).toEqual({
      waiting: 0,
      rated: 1,
      unrated: {},
    })
    const { votes } = (await admin<VotePage>('GET', 'votes?state=rated')).body
    expect(votes).toMatchObject([{ conversationId, choice: 'tie', state: 'rated' }])
    const order = (verb: string) =>
      admin('POST', `votes/${votes[0]!.id}/${verb}`, { reason: 'a test' })
    expect((await order('restore')).status).toBe(404)
    expect((await order('withdraw')).body).toEqual({ battles: 1 })
    expect((await order('restore')).body).toEqual({ battles: 1 })
    expect((await admin<VotePage>('GET', 'votes?state=rated')).body.votes).toHaveLength(1)
    await order('withdraw')
    expect((await admin<VotePage>('GET', 'votes?reason=withdrawn')).body.votes).toHaveLength(1)
    expect((await admin<VotePage>('GET', 'votes?state=rated')).body.votes).toEqual([])
  })

  it('shows conversations without their words, and the words only with a reason that is written down', async () => {
    const { conversationId } = await battle()
    const found = await admin<AdminConversationPage>(
      'GET',
      `conversations?search=${conversationId}`,
    )
    expect(found.body.conversations).toMatchObject([{ conversationId, mode: 'battle', turns: 1 }])
    expect(JSON.stringify(found.body)).not.toContain('words')
    expect((await admin('POST', `conversations/${conversationId}/read`, {})).status).toBe(400)
    const order = { reason: 'somebody complained' }
    const read = await admin<AdminTranscript>('POST', `conversations/${conversationId}/read`, order)
    expect(read.body.turns[0]).toMatchObject({ text: SECRET })
    expect(read.body.turns[0]!.answers.map(({ text }) => text)).toEqual(['ready', 'ready'])
    const { entries } = (await admin<AuditPage>('GET', 'audit')).body
    expect(entries[0]).toMatchObject({
      action: 'conversation_read',
      subject: conversationId,
      ...order,
    })
    expect((await admin('POST', 'conversations/none/read', order)).status).toBe(404)
  })

  it('shows what was reported: in the list, in the words, in the overview', async () => {
    const { conversationId } = await person.does('conversation:start', {
      mode: 'direct',
      text: SECRET,
      models: ['alpha'],
    })
    const own = (frame: { conversationId: string }) => frame.conversationId === conversationId
    const first = await person.hears('turn:done', own)
    await person.does('answer:react', { conversationId, turn: 1, reaction: 'flag' })
    const reported = async () =>
      (await admin<AdminConversationPage>('GET', 'conversations?reported=true')).body.conversations
    expect(await reported()).toMatchObject([{ conversationId, reports: 1 }])
    expect((await admin<Overview>('GET', 'overview')).body.reports).toBe(1)
    const read = async () => {
      const order = { reason: 'a report' }
      const path = `conversations/${conversationId}/read`
      return (await admin<AdminTranscript>('POST', path, order)).body.turns[0]!.answers[0]!.reaction
    }
    expect(await read()).toMatchObject({ kind: 'flag', ofEarlier: false })
    // A retry replaces what was reported; the report stays for the operator, and off the new answer.
    await person.does('turn:retry', { conversationId })
    await person.hears('turn:done', (frame) => own(frame) && frame.seq > first.seq)
    const { snapshot } = await person.does('conversation:join', { conversationId })
    expect(snapshot.turns[0]!.answers.a).not.toHaveProperty('reaction')
    expect(await read()).toMatchObject({ kind: 'flag', ofEarlier: true })
    expect(await reported()).toHaveLength(1)
  })

  it('exports votes and battles with their number', async () => {
    const get = (path: string) =>
      fetch(`${arena.url}/api/admin/export/${path}`, {
        headers: { authorization: `Bearer ${ADMIN_TOKEN}` },
      })
    const csv = await get('votes?format=csv')
    expect(csv.headers.get('ringside-rows')).toBe('1')
    expect(csv.headers.get('content-disposition')).toContain('ringside-votes.csv')
    expect((await csv.text()).trim().split('\r\n')).toHaveLength(2)
    const lines = (await (await get('votes')).text()).trim().split('\n')
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { choice: 'tie', rated: false, unrated_reason: 'withdrawn' },
    ])
    expect(await (await get('battles')).text()).toBe('')
    expect((await get('everything')).status).toBe(400)
  })

  it('makes a whole copy of the database while answers are written', async () => {
    reply = { text: Array.from({ length: 40 }, (_, at) => `piece ${at} `), chunkMs: 20 }
    const running = Promise.all([battle(), battle(), battle()])
    expect((await admin('POST', 'backups')).status).toBe(202)
    const state = async () => (await admin<Backups>('GET', 'backups')).body
    await expect.poll(async () => (await state()).running).toBeUndefined()
    const { files, failure } = await state()
    expect(failure).toBeUndefined()
    expect(files).toHaveLength(1)
    await running
    const copy = new SqliteDatabase(join(arena.dataDir, 'backups', files[0]!.name), {
      readonly: true,
    })
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(copy.prepare('select count(*) from votes').pluck().get()).toBe(1)
    copy.close()
    healthy()
  })

  it('closes to who tries tokens, whatever comes next, and tells of everything that was done', async () => {
    expect(new Set(await actions())).toEqual(
      new Set([
        ...['model_tested', 'model_set', 'model_cleared', 'models_reloaded', 'backup_made'],
        ...['vote_withdrawn', 'vote_restored', 'conversation_read'],
        ...['votes_exported', 'battles_exported'],
      ]),
    )
    const wrong = adminOf(() => arena, 'b'.repeat(32))
    for (let tried = 0; tried < 5; tried += 1)
      expect((await wrong('GET', 'models')).status).toBe(401)
    expect((await wrong('GET', 'models')).status).toBe(429)
    const closed = await admin('GET', 'models')
    expect(closed).toMatchObject({ status: 429, body: { error: { code: 'rate_limited' } } })
    const metrics = await fetch(`${arena.url}/metrics`, {
      headers: { authorization: `Bearer ${ADMIN_TOKEN}` },
    })
    expect(metrics.status).toBe(429)
    const seconds = Number(metrics.headers.get('retry-after'))
    expect([seconds > 14 * 60, seconds <= 15 * 60]).toEqual([true, true])
  })
})

it('an arena without a token has no admin side, and one on Postgres says how to back it up', async () => {
  const { newPostgresUrl } = await import('../../support/databases.js')
  const arena = await startArena({ env: { DATABASE_URL: await newPostgresUrl(), ADMIN_TOKEN } })
  const admin = adminOf(() => arena)
  expect((await admin<Backups>('GET', 'backups')).body).toMatchObject({ supported: false })
  const refused = await admin<{ error: { message: string } }>('POST', 'backups')
  expect(refused.status).toBe(409)
  expect(refused.body.error.message).toContain('pg_dump')
  expect((await admin<Overview>('GET', 'overview')).body.database).toBe('postgres')
  await arena.close()

  const plain = await startArena()
  expect((await adminOf(() => plain)('GET', 'overview')).status).toBe(404)
  await plain.close()
})
