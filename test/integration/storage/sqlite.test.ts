import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openSqlite, sqliteDialect } from '#server/storage/database/dialect'
import { lockFolder } from '#server/storage/database/folder-lock'
import { KyselyDatabase } from '#server/storage/database/kysely-database'
import { migrate } from '#server/storage/database/migrator'
import { withStatementCache } from '#server/storage/database/statement-cache'
import { startArena } from '../../support/test-arena.js'

const newFolder = () => mkdtempSync(join(tmpdir(), 'ringside-sqlite-'))

describe('the SQLite file', () => {
  it('is opened with full durability each time, not only the first', () => {
    const file = join(newFolder(), 'ringside.sqlite')
    for (let opening = 0; opening < 3; opening += 1) {
      const database = openSqlite(file)
      expect(database.pragma('synchronous', { simple: true })).toBe(2)
      expect(database.pragma('journal_mode', { simple: true })).toBe('wal')
      expect(database.pragma('foreign_keys', { simple: true })).toBe(1)
      expect(database.pragma('secure_delete', { simple: true })).toBe(1)
      database.close()
    }
  })

  it('is migrated once and may be opened again', async () => {
    const file = join(newFolder(), 'ringside.sqlite')
    for (let start = 0; start < 2; start += 1) {
      const database = new KyselyDatabase(sqliteDialect(file), 'sqlite')
      await migrate(database)
      await database.close()
    }
  })

  it.each(['9999-future', '9999-oauth2'])(
    'is refused when a newer version wrote %s',
    async (name) => {
      const database = new KyselyDatabase(sqliteDialect(':memory:'), 'sqlite')
      await migrate(database)
      await database.db
        .withTables<{ kysely_migration: { name: string; timestamp: string } }>()
        .insertInto('kysely_migration')
        .values({ name, timestamp: '' })
        .execute()
      await expect(migrate(database)).rejects.toThrow('newer Ringside')
      await database.close()
    },
  )
})

it('statements of the same text are prepared once, and the oldest of very many are let go', () => {
  const database = openSqlite(':memory:')
  const { prepare, close } = withStatementCache(database)
  const first = prepare('select 0')
  expect(prepare('select 0')).toBe(first)
  for (let number = 1; number <= 600; number += 1) prepare(`select ${number}`)
  expect(prepare('select 600')).toBe(prepare('select 600'))
  expect(prepare('select 0')).not.toBe(first)
  const long = `select '${'x'.repeat(5_000)}'`
  expect(prepare(long)).not.toBe(prepare(long))
  close()
})

it('a file that is no database is refused and left as it is', async () => {
  const dataDir = newFolder()
  const file = join(dataDir, 'ringside.sqlite')
  writeFileSync(file, 'no database'.repeat(1000))
  await expect(startArena({ dataDir })).rejects.toThrow('is damaged')
  expect(readFileSync(file, 'utf8')).toBe('no database'.repeat(1000))
})

describe('the data folder', () => {
  it('belongs to one process at a time', () => {
    const folder = newFolder()
    const release = lockFolder(folder)
    expect(() => lockFolder(folder)).toThrow('Another Ringside is running')
    release()
    lockFolder(folder)()
  })

  it('must be a folder that can be written', () => {
    const file = join(newFolder(), 'file')
    writeFileSync(file, '')
    expect(() => lockFolder(join(file, 'data'))).toThrow('cannot be written')
    expect(() => lockFolder(file)).toThrow('is a file')
    expect(() => lockFolder('/proc/ringside/data')).toThrow('cannot be written')
  })

  it('is not said to be in use where its lock file is what cannot be written', () => {
    const blocked = newFolder()
    mkdirSync(join(blocked, 'ringside.lock'))
    expect(() => lockFolder(blocked)).toThrow('cannot be written')
    const spoilt = newFolder()
    writeFileSync(join(spoilt, 'ringside.lock'), 'This is no database.'.repeat(100))
    expect(() => lockFolder(spoilt)).toThrow('cannot be written')
  })
})
