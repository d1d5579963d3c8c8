import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { Erasure } from '#server/arena/history/erasure'
import { KyselyDatabase } from '#server/storage/database/kysely-database'
import { LogShedder } from '#server/storage/database/log-shedder'
import { startFakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../../support/models.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

const SECRET = 'The-word-that-nobody-must-find'
const DAY_MS = 24 * 3_600_000

/** The files of the database that hold these words, its log among them. */
const holders = (arena: TestArena, words: string): string[] =>
  readdirSync(arena.dataDir)
    .filter((name) => name.startsWith('ringside.sqlite'))
    .filter((name) => readFileSync(join(arena.dataDir, name)).includes(words))

async function begin(person: TestPerson, text: string): Promise<string> {
  const { conversationId } = await person.does('conversation:start', { mode: 'battle', text })
  await person.hears('turn:done', (done) => done.conversationId === conversationId)
  return conversationId
}

it('what is deleted is neither in the file of the database nor in its log', async () => {
  const arena = await startArena()
  const person = await TestPerson.arrive(arena.url)
  const one = await begin(person, `${SECRET} ${'and more '.repeat(2_000)}`)
  await begin(person, `${SECRET} once more`)
  expect(holders(arena, SECRET)).not.toEqual([])
  expect((await person.fetch(`/api/conversations/${one}`, { method: 'DELETE' })).status).toBe(204)
  expect(holders(arena, 'and more and more')).toEqual([])
  expect((await person.fetch('/api/me', { method: 'DELETE' })).status).toBe(204)
  expect(holders(arena, SECRET)).toEqual([])
  person.leave()
  await arena.close()
})

it('conversations are erased so many days after their last prompt, their counted votes not', async () => {
  let arena = await startArena({ env: { VOTE_GRACE_MS: '0' } })
  let person = await TestPerson.arrive(arena.url)
  const [old, young] = [await begin(person, 'Old'), await begin(person, 'Young')]
  await person.does('vote:cast', { conversationId: old, turn: 1, choice: 'a' })
  const { db } = arena.app.get(KyselyDatabase)
  for (const [id, days] of [
    [old, 31],
    [young, 29],
  ] as const) {
    const updatedAt = Date.now() - days * DAY_MS
    await db.updateTable('conversations').set({ updatedAt }).where('id', '=', id).execute()
  }
  person.leave()
  // Without the setting nothing is too old.
  arena = await arena.restart()
  expect(await left(arena)).toEqual([old, young].sort())
  arena = await arena.restart({ RETENTION_DAYS: '30' })
  person = await person.again(arena.url)
  await expect.poll(() => left(arena)).toEqual([young])
  expect((await person.fetch(`/api/conversations/${old}`)).status).toBe(404)
  const votes = await arena.app.get(KyselyDatabase).db.selectFrom('votes').selectAll().execute()
  expect(votes).toMatchObject([{ conversationId: old, rated: 1 }])
  person.leave()
  await arena.close()
})

it('an old conversation is left alone where somebody is at work with it', async () => {
  const upstream = await startFakeUpstream()
  upstream.script(() => ({ text: ['Fine.'] }))
  const arena = await startArena({
    models: twoModels(upstream.url),
    env: { VOTE_GRACE_MS: '600000' },
  })
  const erasure = arena.app.get(Erasure)
  const person = await TestPerson.arrive(arena.url)
  const voted = await begin(person, 'A vote that is in its grace')
  await person.does('vote:cast', { conversationId: voted, turn: 1, choice: 'a' })
  const continued = await begin(person, 'Gone on with just now')
  const old = await begin(person, 'Old')
  upstream.script(() => ({ text: ['Begun'], cut: { after: 1, by: 'stall' } }))
  const running = await person.does('conversation:start', { mode: 'battle', text: 'Q' })
  const { db } = arena.app.get(KyselyDatabase)
  const before = Date.now() + DAY_MS
  await db
    .updateTable('conversations')
    .set({ updatedAt: before })
    .where('id', '=', continued)
    .execute()
  for (const id of await left(arena)) await erasure.ofOld(id, before)
  expect(await left(arena)).toEqual([voted, continued, running.conversationId].sort())
  // Its owner, or another process, was faster.
  await erasure.ofOld(old, before)
  await person.does('turn:stop', { conversationId: running.conversationId })
  const votes = await db.selectFrom('votes').selectAll().execute()
  expect(votes).toMatchObject([{ conversationId: voted, final: 0 }])
  person.leave()
  await arena.close()
  await upstream.close()
})

it('the log is shed once, however much one person erases', async () => {
  const upstream = await startFakeUpstream()
  upstream.script(() => ({ text: ['Fine.'] }))
  const arena = await startArena({ models: twoModels(upstream.url) })
  const shed = vi.spyOn(arena.app.get(LogShedder), 'shed')
  const person = await TestPerson.arrive(arena.url)
  for (const text of ['One', 'Two', 'Three']) await begin(person, text)
  expect((await person.fetch('/api/me', { method: 'DELETE' })).status).toBe(204)
  expect(shed).toHaveBeenCalledOnce()
  person.leave()
  await arena.close()
  await upstream.close()
})

async function left(arena: TestArena): Promise<string[]> {
  const { db } = arena.app.get(KyselyDatabase)
  const rows = await db.selectFrom('conversations').select('id').execute()
  return rows.map(({ id }) => id).sort()
}
