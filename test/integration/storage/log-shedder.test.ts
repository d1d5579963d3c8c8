import { sql } from 'kysely'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DatabaseBackup } from '#server/storage/database/database-backup'
import { sqliteDialect } from '#server/storage/database/dialect'
import { KyselyDatabase } from '#server/storage/database/kysely-database'
import { LogShedder } from '#server/storage/database/log-shedder'
import { SqliteDatabase } from '#server/storage/database/sqlite'
import { ManualClock } from '../../support/manual-clock.js'

const SECRET = 'The-word-that-nobody-must-find'

let folder: string
let file: string
let database: KyselyDatabase
let clock: ManualClock
let log: LogShedder
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringside-log-'))
  file = join(folder, 'ringside.sqlite')
  database = new KyselyDatabase(sqliteDialect(file), 'sqlite', file)
  clock = new ManualClock()
  log = new LogShedder(database, clock)
  await sql`create table notes (body text)`.execute(database.db)
  await sql`insert into notes values (${SECRET})`.execute(database.db)
})
afterEach(async () => {
  await log.onModuleDestroy()
  await database.close()
  rmSync(folder, { recursive: true })
})

const holders = () => [file, `${file}-wal`].filter((each) => readFileSync(each).includes(SECRET))
const erase = () => sql`delete from notes`.execute(database.db)
/** When what the clock has begun is over. */
const settled = () => Reflect.get(log, 'shedding') as Promise<void>

/** Reads what there is now, until the function is called. */
function aReader(): () => void {
  const reader = new SqliteDatabase(file, { readonly: true })
  reader.exec('begin; select count(*) from notes')
  return () => reader.close()
}

it('what was deleted is out of the log at once', async () => {
  await erase()
  expect(holders()).not.toEqual([])
  await log.shed()
  expect(holders()).toEqual([])
  expect(clock.pending).toBe(0)
})

it('a reader in the way is not waited for; it is tried again until the reader is gone', async () => {
  const end = aReader()
  await erase()
  // Each would wait for as long as the driver does by itself, which is five seconds.
  for (let time = 0; time < 20; time += 1) await log.shed()
  expect(holders()).not.toEqual([])
  expect(clock.pending).toBe(1)
  clock.advance(60_000)
  await settled()
  expect(holders()).not.toEqual([])
  end()
  clock.advance(60_000)
  await settled()
  expect(holders()).toEqual([])
  expect(clock.pending).toBe(0)
})

it('what was deleted during a backup is out of the log when the backup ends', async () => {
  await sql`insert into notes values (zeroblob(2000000))`.execute(database.db)
  await log.shed()
  const target = join(folder, 'copy.sqlite')
  let during: Promise<unknown> | undefined
  await new DatabaseBackup(database, log).make(target, () => {
    during ??= erase().then(() => log.shed())
  })
  await during
  expect(readFileSync(target).includes(SECRET)).toBe(true)
  expect(holders()).toEqual([])
})

it('what was overwritten is out of the log within the hour', async () => {
  log.onApplicationBootstrap()
  for (let time = 0; time < 2; time += 1) {
    await sql`insert into notes values (${SECRET})`.execute(database.db)
    await sql`update notes set body = 'nothing'`.execute(database.db)
    expect(holders()).not.toEqual([])
    clock.advance(3_600_000)
    await settled()
    expect(holders()).toEqual([])
  }
})

it('where the log cannot be emptied nobody hears of it, and it is tried again', async () => {
  const broken = { file: join(folder, 'none', 'x'), read: (work: () => unknown) => work() }
  const other = new LogShedder(broken as unknown as KyselyDatabase, clock)
  await expect(other.shed()).resolves.toBeUndefined()
  expect(clock.pending).toBe(1)
  await other.onModuleDestroy()
  expect(clock.pending).toBe(0)
})
