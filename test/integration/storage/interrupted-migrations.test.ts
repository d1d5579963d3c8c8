import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dialectOver, openSqlite } from '#server/storage/database/dialect'
import { KyselyDatabase } from '#server/storage/database/kysely-database'
import { migrate } from '#server/storage/database/migrator'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringside-migrations-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Brings a file up to date, until this statement: from there on nothing gets through, as after a kill. */
async function migrateUntil(file: string, last: number): Promise<{ statements: number }> {
  const sqlite = openSqlite(file)
  const prepare = sqlite.prepare.bind(sqlite)
  let statements = 0
  sqlite.prepare = ((text: string) => {
    statements += 1
    if (statements > last) throw new Error('killed')
    return prepare(text)
  }) as typeof sqlite.prepare
  const database = new KyselyDatabase(dialectOver(sqlite), 'sqlite')
  try {
    await migrate(database)
  } catch (error) {
    if ((error as Error).message !== 'killed') throw error
  } finally {
    await database.close().catch(() => undefined)
    if (sqlite.open) sqlite.close()
  }
  return { statements }
}

function schemaOf(file: string): unknown[] {
  const database = openSqlite(file)
  const schema = database.prepare('select type, name, sql from sqlite_schema order by name').all()
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  database.close()
  return schema
}

it('a migration that is killed at any statement is carried out whole at the next start', async () => {
  const undisturbed = join(folder, 'undisturbed.sqlite')
  const { statements } = await migrateUntil(undisturbed, Infinity)
  const schema = schemaOf(undisturbed)
  expect(statements).toBeGreaterThan(50)
  for (let last = 0; last < statements; last += 1) {
    const file = join(folder, `${last}.sqlite`)
    // Twice, since the second start may be killed too.
    await migrateUntil(file, last)
    await migrateUntil(file, last)
    await migrateUntil(file, Infinity)
    expect([last, schemaOf(file)]).toEqual([last, schema])
    rmSync(file)
  }
  console.info(
    `killed at each of ${statements} statements of the migrations, twice: the same schema`,
  )
}, 120_000)
