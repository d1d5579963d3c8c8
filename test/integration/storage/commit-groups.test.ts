import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { dialectOver, openSqlite, sqliteDialect } from '#server/storage/database/dialect'
import { KyselyDatabase, type Trx } from '#server/storage/database/kysely-database'
import { DIALECTS, newDatabase } from '../../support/databases.js'

const put = (id: number) => (trx: Trx) =>
  sql`insert into notes (id, body) values (${id}, ${'x'.repeat(2_000)})`.execute(trx)

async function idsIn(database: KyselyDatabase): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from notes order by id`.execute(database.db)
  return rows.map(({ id }) => id)
}

async function withNotes(database: KyselyDatabase): Promise<KyselyDatabase> {
  await sql`create table notes (id integer primary key, body text not null)`.execute(database.db)
  onTestFinished(() => database.close())
  return database
}

/** A file, and what another process sees of it. */
async function aFile() {
  const file = join(mkdtempSync(join(tmpdir(), 'ringside-groups-')), 'ringside.sqlite')
  const database = await withNotes(new KyselyDatabase(sqliteDialect(file), 'sqlite', file))
  const other = openSqlite(file)
  onTestFinished(() => void other.close())
  const seen = () => other.prepare('select id from notes order by id').pluck().all()
  return { database, other, seen }
}

describe.each(DIALECTS)('writes that come at once (%s)', (dialect) => {
  it('are all kept, and one that fails takes none of the others along', async () => {
    const database = await withNotes(await newDatabase(dialect))
    const fails = async (trx: Trx) => {
      await put(10)(trx)
      await put(1)(trx)
    }
    const ends = await Promise.allSettled([
      database.write(put(1)),
      database.write(fails),
      database.write(put(2)),
      database.write(() => Promise.reject(new Error('of its own'))),
      database.write(async (trx) => (await put(3)(trx), 'a value')),
    ])
    expect(ends.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
    expect(ends[3]).toMatchObject({ reason: { message: 'of its own' } })
    expect(ends[4]).toMatchObject({ value: 'a value' })
    expect(await idsIn(database)).toEqual([1, 2, 3])
  })

  it('may come out of each other', async () => {
    const database = await withNotes(await newDatabase(dialect))
    await database.write(put(1)).then(() => database.write(put(2)))
    expect(await idsIn(database)).toEqual([1, 2])
  })
})

describe('the file database', () => {
  it('commits writes of one moment together, and tells of none before', async () => {
    const { database, seen } = await aFile()
    const within: unknown[] = []
    const look = (id: number) => async (trx: Trx) => {
      await put(id)(trx)
      within.push(seen())
    }
    const heard = await Promise.all([1, 2, 3].map((id) => database.write(look(id)).then(seen)))
    expect(within).toEqual([[], [], []])
    expect(heard).toEqual([
      [1, 2, 3],
      [1, 2, 3],
      [1, 2, 3],
    ])
  })

  it('says to everybody of the group that the disk is full, and goes on when it is not', async () => {
    const { database } = await aFile()
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(database.db)
    await sql`pragma max_page_count = ${sql.lit(rows[0]!.page_count)}`.execute(database.db)
    const ends = await Promise.allSettled([1, 2, 3, 4].map((id) => database.write(put(id))))
    for (const end of ends) {
      expect(end).toMatchObject({ status: 'rejected', reason: { code: 'SQLITE_FULL' } })
    }
    await sql`pragma max_page_count = 1000`.execute(database.db)
    await database.write(put(5))
    expect(await idsIn(database)).toEqual([5])
  })

  it('waits once for another process that writes, and then says so to everybody of the group', async () => {
    const { database, other } = await aFile()
    other.exec('begin immediate')
    const before = performance.now()
    const ids = Array.from({ length: 20 }, (_, id) => id)
    const ends = await Promise.allSettled(ids.map((id) => database.write(put(id))))
    // One after the other they would keep the process waiting for five seconds.
    expect(performance.now() - before).toBeLessThan(2_500)
    for (const end of ends) {
      expect(end).toMatchObject({ status: 'rejected', reason: { code: 'SQLITE_BUSY' } })
    }
    other.exec('rollback')
    await database.write(put(20))
    expect(await idsIn(database)).toEqual([20])
  })

  it('lets nobody write between what a write reads and what it writes', async () => {
    const { database, other, seen } = await aFile()
    other.pragma('busy_timeout = 0')
    const between = () => other.exec("insert into notes (id, body) values (100, '')")
    const readsFirst = async (trx: Trx) => {
      await sql`select count(*) from notes`.execute(trx)
      expect(between).toThrow('locked')
      await put(1)(trx)
    }
    await Promise.all([database.write(readsFirst), database.write(put(2))])
    between()
    expect(seen()).toEqual([1, 2, 100])
  })

  it('says what the disk said where it ended the transaction at its commit, and goes on', async () => {
    const handle = openSqlite(':memory:')
    const database = await withNotes(new KyselyDatabase(dialectOver(handle), 'sqlite'))
    const prepare = handle.prepare.bind(handle)
    const failing = vi.spyOn(handle, 'prepare').mockImplementation(((text: string) => {
      if (text !== 'commit') return prepare(text)
      const run = () => {
        handle.exec('rollback')
        throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_FSYNC' })
      }
      return { reader: false, run }
    }) as typeof handle.prepare)
    const ends = await Promise.allSettled([1, 2].map((id) => database.write(put(id))))
    for (const end of ends) {
      expect(end).toMatchObject({ status: 'rejected', reason: { code: 'SQLITE_IOERR_FSYNC' } })
    }
    failing.mockRestore()
    const again = new KyselyDatabase(dialectOver(handle), 'sqlite')
    await again.write(put(3))
    expect(await idsIn(again)).toEqual([3])
  })

  it('is closed when everything that waits has been written', async () => {
    const { database, seen } = await aFile()
    const writes = Promise.allSettled([
      database.write(put(1)).then(() => database.write(put(2))),
      database.write(put(3)),
    ])
    await database.close()
    expect(await writes).toMatchObject([{ status: 'fulfilled' }, { status: 'fulfilled' }])
    expect(seen()).toEqual([1, 2, 3])
  })
})
