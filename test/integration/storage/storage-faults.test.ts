import { sql } from 'kysely'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { KyselyDatabase } from '#server/storage/database/kysely-database'
import { SqliteDatabase } from '#server/storage/database/sqlite'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../../support/models.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

let upstream: FakeUpstream
let arena: TestArena
let person: TestPerson
beforeEach(async () => {
  upstream = await startFakeUpstream()
  arena = await startArena({ models: twoModels(upstream.url) })
  person = await TestPerson.arrive(arena.url)
})
afterEach(async () => {
  person.leave()
  await arena.close()
  await upstream.close()
})

const file = () => join(arena.dataDir, 'ringside.sqlite')
const pragma = (text: string) => sql.raw(`pragma ${text}`).execute(arena.app.get(KyselyDatabase).db)

const FULL = 'a disk that is full'

/** Each keeps the arena from writing, and ends when its function is called. */
const FAULTS: Record<string, () => Promise<() => Promise<void>>> = {
  'a file that another program has locked': async () => {
    const other = new SqliteDatabase(file())
    other.exec('begin immediate')
    return async () => {
      other.exec('rollback')
      other.close()
    }
  },
  'a disk that can only be read': async () => {
    await pragma('query_only = on')
    return async () => void (await pragma('query_only = off'))
  },
  [FULL]: async () => {
    const reader = new SqliteDatabase(file())
    reader.exec('create table filler (text)')
    // What is free within the file is used up, and it may not grow.
    const pages = reader.pragma('page_count', { simple: true }) as number
    reader.pragma(`max_page_count = ${pages}`)
    const fill = reader.prepare('insert into filler values (?)')
    for (const bytes of [100_000, 2_000, 100]) {
      try {
        for (;;) fill.run('x'.repeat(bytes))
      } catch (error) {
        expect((error as { code: string }).code).toBe('SQLITE_FULL')
      }
    }
    reader.close()
    await pragma(`max_page_count = ${pages}`)
    return async () => void (await pragma('max_page_count = 1000000'))
  },
}

const ready = async () => (await person.fetch('/health/ready')).status

function storedVotes(): unknown {
  const reader = new SqliteDatabase(file(), { readonly: true })
  expect(reader.pragma('integrity_check', { simple: true })).toBe('ok')
  const count = reader.prepare('select count(*) from votes').pluck().get()
  reader.close()
  return count
}

describe.each(Object.keys(FAULTS))('%s', (fault) => {
  it('refuses votes, says what it can, and takes them when it is over', async () => {
    const { conversationId } = await person.does('conversation:start', {
      mode: 'battle',
      text: 'Q',
    })
    await person.hears('turn:done')
    const cast = (commandId: string) =>
      person.ask('vote:cast', { commandId, conversationId, turn: 1, choice: 'a' })
    const mend = await FAULTS[fault]!()

    // A small row may still find room on a full disk; then it is there.
    const reply = await cast('during')
    expect(reply.ok).toBe(storedVotes() === 1)
    if (fault !== FULL) expect(reply.ok).toBe(false)
    expect(JSON.stringify(reply)).not.toMatch(/sqlite|\.ts|SELECT|insert/i)
    const started = await person.ask('conversation:start', {
      commandId: 'another',
      mode: 'battle',
      text: 'x'.repeat(20_000),
    })
    expect(started).toMatchObject({ ok: false })
    // It lives, says that it cannot serve, and what only reads goes on.
    expect((await person.fetch('/health/live')).status).toBe(200)
    await expect.poll(ready, { timeout: 5_000 }).toBe(503)
    const { snapshot } = await person.does('conversation:join', { conversationId })
    expect(snapshot.vote !== undefined).toBe(reply.ok)

    await mend()
    await expect.poll(ready, { timeout: 5_000 }).toBe(200)
    await expect
      .poll(async () => (await cast(crypto.randomUUID())).ok, { timeout: 5_000 })
      .toBe(true)
    await person.hears('conversation:revealed')
    expect(storedVotes()).toBe(1)
  })
})
