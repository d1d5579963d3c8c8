import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ConsentState, PageText } from '#shared/protocol/pages'
import { KyselyDatabase } from '#server/storage/database/kysely-database'
import { aPicture, BLUE } from '../../support/pictures.js'
import { comeIn } from '../../support/room.js'
import { ADMIN_TOKEN, adminOf } from '../../support/test-admin.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

let arena: TestArena
let folder: string
const admin = adminOf(() => arena)

beforeAll(async () => {
  arena = await startArena()
  folder = join(arena.dataDir, 'pages')
  mkdirSync(folder)
  writeFileSync(join(folder, 'terms.md'), '# Rules\n\nBe kind.')
  arena = await arena.restart({ CONSENT: 'ask', PAGES_DIR: folder, ADMIN_TOKEN })
})
afterAll(() => arena.close())

const request = async (person: TestPerson, method: string, body?: unknown) => {
  const response = await fetch(`${arena.url}/api/consent`, {
    method,
    headers: { cookie: person.cookie, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as object) }
}
const stateOf = async (person: TestPerson) =>
  (await request(person, 'GET')).body as unknown as ConsentState

const start = { mode: 'battle', text: 'Why?' } as const
const ask = async (person: TestPerson) => {
  const reply = await person.ask('conversation:start', {
    commandId: `${Math.random()}`,
    ...start,
  })
  return reply.ok ? 'ok' : reply.error.code
}

it('takes no prompt and no picture before somebody has agreed, and asks each for themselves', async () => {
  const person = await TestPerson.arrive(arena.url)
  const other = await TestPerson.arrive(arena.url)
  expect(await ask(person)).toBe('consent_required')
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(await aPicture(BLUE))]), 'a.png')
  const picture = await fetch(`${arena.url}/api/images`, {
    method: 'POST',
    headers: { cookie: person.cookie },
    body: form,
  })
  expect([picture.status, await picture.json()]).toMatchObject([
    403,
    { error: { code: 'consent_required' } },
  ])

  const { version, ...state } = await stateOf(person)
  expect(state).toEqual({ asked: true, given: 'never' })
  expect((await request(person, 'POST', { version: 'of yesterday' })).status).toBe(403)
  expect(await ask(person)).toBe('consent_required')
  expect((await request(person, 'POST', { version })).status).toBe(204)
  expect(await stateOf(person)).toEqual({ asked: true, version, given: 'yes' })
  expect(await ask(person)).toBe('ok')
  expect(await ask(other)).toBe('consent_required')
  other.leave()
  person.leave()
})

it('asks anew when the text changes, also for what goes on, and knows who agreed to what', async () => {
  const person = await TestPerson.arrive(arena.url)
  const { version } = await stateOf(person)
  await request(person, 'POST', { version })
  const { conversationId } = await person.does('conversation:start', start)
  await person.hears('turn:done')

  writeFileSync(join(folder, 'terms.md'), '# Rules\n\nBe kinder.')
  expect((await admin('POST', 'reload')).status).toBe(200)
  const changed = await stateOf(person)
  expect(changed).toMatchObject({ given: 'outdated' })
  expect(changed.version).not.toBe(version)
  const command = { commandId: 'c', conversationId }
  for (const reply of [
    await person.ask('turn:retry', command),
    await person.ask('conversation:continue', { ...command, text: 'And?' }),
    await person.ask('vote:cast', { ...command, turn: 1, choice: 'a' }),
    await person.ask('vote:annotate', { conversationId, turn: 1, comment: 'Clear.' }),
    await person.ask('answer:react', { conversationId, turn: 1, reaction: 'up' }),
  ]) {
    expect(reply).toMatchObject({ ok: false, error: { code: 'consent_required' } })
  }
  await request(person, 'POST', { version: changed.version })
  await person.does('conversation:continue', { conversationId, text: 'And?' })

  const mine = await fetch(`${arena.url}/api/me/export`, { headers: { cookie: person.cookie } })
  const { consents } = (await mine.json()) as { consents: { version: string }[] }
  expect(consents.map((each) => each.version)).toEqual([version, changed.version])

  const { db } = arena.app.get(KyselyDatabase)
  const rows = () => db.selectFrom('consents').select('voterId').execute()
  const before = (await rows()).length
  await fetch(`${arena.url}/api/me`, { method: 'DELETE', headers: { cookie: person.cookie } })
  expect((await rows()).length).toBe(before - 2)
  person.leave()
})

it('takes no vote of a juror before they have agreed', async () => {
  const host = await TestPerson.arrive(arena.url)
  const { version } = await stateOf(host)
  await request(host, 'POST', { version })
  const { conversationId } = await host.does('conversation:start', start)
  await host.hears('turn:done')
  const { key } = await host.does('conversation:share', { conversationId, kind: 'challenge' })
  const juror = await comeIn({ conversationId, key, owner: host })
  const vote = { commandId: 'v', conversationId, turn: 1, choice: 'a' } as const
  expect(await juror.ask('vote:cast', vote)).toMatchObject({ error: { code: 'consent_required' } })
  await request(juror, 'POST', { version })
  expect(await juror.ask('vote:cast', vote)).toMatchObject({ ok: true })
  juror.leave()
  host.leave()
})

it('keeps the words that were there when a file of them has a fault', async () => {
  const read = async () =>
    (await (await fetch(`${arena.url}/api/pages/terms?language=fr`)).json()) as PageText
  const before = await read()
  expect(before).toEqual({ own: true, markdown: '# Rules\n\nBe kinder.' })
  writeFileSync(join(folder, 'terms.md'), ' ')
  const { status, body } = await admin('POST', 'reload')
  expect([status, body]).toMatchObject([
    422,
    { error: { faults: [{ path: join(folder, 'terms.md'), message: 'this file is empty' }] } },
  ])
  expect(await read()).toEqual(before)
  expect((await fetch(`${arena.url}/api/pages/secrets`)).status).toBe(404)
})
