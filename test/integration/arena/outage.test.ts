import { join } from 'node:path'
import pg from 'pg'
import { expect, it } from 'vitest'
import { postgresDialect } from '#server/storage/database/dialect'
import { KyselyDatabase } from '#server/storage/database/kysely-database'
import { migrate } from '#server/storage/database/migrator'
import { newPostgresUrl } from '../../support/databases.js'
import { startFaultProxy } from '../../support/fault-proxy/fault-proxy.js'
import { startFakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../../support/models.js'
import { startArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'
import { SqliteDatabase } from '#server/storage/database/sqlite'

it('an answer that ends while storage refuses is whole once storage is back', async () => {
  const upstream = await startFakeUpstream()
  upstream.script(() => ({ text: ['Begun, ', 'and done.'], chunkMs: 200 }))
  const arena = await startArena({ models: twoModels(upstream.url) })
  const person = await TestPerson.arrive(arena.url)
  const { conversationId } = await person.does('conversation:start', { mode: 'battle', text: 'Q' })
  await person.hears('answer:delta')

  const other = new SqliteDatabase(join(arena.dataDir, 'ringside.sqlite'))
  other.exec('begin immediate')
  for (const side of ['a', 'b']) {
    await person.hears('answer:delta', (d) => d.side === side && d.text.includes('done'))
  }
  expect(person.heard.map(({ event }) => event)).not.toContain('turn:done')
  other.exec('rollback')
  other.close()

  expect((await person.hears('turn:done')).votable).toBe(true)
  const { snapshot } = await person.does('conversation:join', { conversationId })
  expect(snapshot.turns[0]!.answers.a).toMatchObject({ text: 'Begun, and done.', status: 'done' })
  person.leave()
  await arena.close()
  await upstream.close()
})

it('a Postgres that drops its idle connections is asked again over new ones', async () => {
  const url = await newPostgresUrl()
  const database = new KyselyDatabase(postgresDialect(url), 'postgres')
  await migrate(database)
  await database.ping()
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  await admin.end()
  await expect
    .poll(() =>
      database.ping().then(
        () => 'up',
        () => 'down',
      ),
    )
    .toBe('up')
  await database.close()
})

it('a Postgres whose network swallows everything fails, and is asked again when it is back', async () => {
  const url = new URL(await newPostgresUrl())
  const proxy = await startFaultProxy(Number(url.port))
  url.port = String(proxy.port)
  const database = new KyselyDatabase(postgresDialect(url.href, 300), 'postgres')
  await migrate(database)
  await database.ping()
  proxy.set({ timeout: {} })
  await expect(database.ping()).rejects.toThrow()
  proxy.heal()
  await expect
    .poll(() =>
      database.ping().then(
        () => 'up',
        () => 'down',
      ),
    )
    .toBe('up')
  await database.close()
  await proxy.close()
})
