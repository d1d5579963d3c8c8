import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { KyselyDatabase } from '#server/storage/database/kysely-database'
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

async function left(arena: TestArena): Promise<string[]> {
  const { db } = arena.app.get(KyselyDatabase)
  const rows = await db.selectFrom('conversations').select('id').execute()
  return rows.map(({ id }) => id).sort()
}
