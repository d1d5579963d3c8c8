import { mkdirSync, mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseSettings } from '#server/config/parse-settings'
import { StartupError } from '#server/config/startup-error'
import { isDamage } from '#server/storage/database/database-faults'
import { openDatabase } from '#server/storage/database/open-database'
import { SqliteDatabase } from '#server/storage/database/sqlite'
import { spoilTable } from '../../support/spoil-table.js'

async function anArena() {
  const dataDir = mkdtempSync(join(tmpdir(), 'ringside-damage-'))
  const settings = parseSettings({ DATA_DIR: dataDir }, {}, process.cwd())
  const open = () => openDatabase(settings)
  await (await open()).close()
  return { dataDir, file: join(dataDir, 'ringside.sqlite'), open }
}

/** It did not start, said so with the code for what an operator must put right, and wrote nothing. */
async function expectRefusal(file: string, open: () => Promise<unknown>, words: string) {
  const before = readFileSync(file)
  const failure = await open().then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(failure).toBeInstanceOf(StartupError)
  expect(failure).toMatchObject({ exitCode: 78, message: expect.stringContaining(words) as string })
  expect(readFileSync(file).equals(before)).toBe(true)
}

describe('a database of the file is refused at the start', () => {
  it.each(['votes', 'kysely_migration'])('with a damaged page of %s', async (table) => {
    const { file, open } = await anArena()
    spoilTable(file, table)
    await expectRefusal(file, open, 'is damaged')
  })

  it('with a damaged schema', async () => {
    const { file, open } = await anArena()
    spoilTable(file, 'sqlite_schema')
    await expectRefusal(file, open, 'is damaged')
  })

  it('cut off to nothing, with a log or pictures of an arena beside it', async () => {
    const { dataDir, file, open } = await anArena()
    truncateSync(file, 0)
    writeFileSync(`${file}-wal`, 'what came last')
    await expectRefusal(file, open, 'is empty')
    expect(readFileSync(`${file}-wal`, 'utf8')).toBe('what came last')
    truncateSync(`${file}-wal`, 0)
    mkdirSync(join(dataDir, 'images'), { recursive: true })
    writeFileSync(join(dataDir, 'images', 'a'.repeat(64)), 'a picture')
    await expectRefusal(file, open, 'is empty')
  })
})

it('an empty file alone is the beginning of an arena whose first start was broken off', async () => {
  const { file, open } = await anArena()
  truncateSync(file, 0)
  await (await open()).close()
  const database = new SqliteDatabase(file)
  expect(database.prepare('select count(*) from votes').pluck().get()).toBe(0)
  database.close()
})

it.each([
  ['SQLITE_CORRUPT', true],
  ['SQLITE_CORRUPT_INDEX', true],
  ['SQLITE_NOTADB', true],
  ['SQLITE_BUSY', false],
  [undefined, false],
])('%s is damage: %s', (code, damage) => {
  expect(isDamage({ code })).toBe(damage)
})
