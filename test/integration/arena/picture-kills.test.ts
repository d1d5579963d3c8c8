import SqliteDatabase from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { noise } from '../../support/pictures.js'
import { RingsideProcess } from '../../support/ringside-process.js'
import { seeded } from '../../support/seeded.js'
import { TestPerson } from '../../support/test-person.js'
import { post } from './pictures.js'

const ROUNDS = Number(process.env.KILLS ?? 3)
const AT_ONCE = 4
const chance = seeded(20_261_128)
const HOUR_MS = 3_600_000

it(
  `kill -9 while pictures are uploaded leaves no row without its file and no broken file, ${ROUNDS} times`,
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'ringside-picture-kill-'))
    const images = join(dataDir, 'images')
    const env = { PORT: '0', DATA_DIR: dataDir, DEMO: 'on', LIMITS: 'off', LOG_LEVEL: 'error' }
    const promised = new Set<string>()
    let cookie: string | undefined
    for (let round = 0; round < ROUNDS; round += 1) {
      const server = RingsideProcess.run([], env)
      const person = await TestPerson.arrive(await server.opened(), cookie)
      cookie = person.cookie
      const moment = 1 + chance.below(8)
      await new Promise<void>((killed) => {
        let arrived = 0
        const uploading = async (): Promise<void> => {
          for (;;) {
            // Of its own content, and large enough for a write to be met in its middle.
            const response = await post(person, await noise(400, 400))
            expect(response.status).toBe(201)
            const { id } = (await response.json()) as { id: string }
            promised.add(id)
            arrived += 1
            // In the middle of what the others upload.
            if (arrived === moment) void server.kill('SIGKILL').then(() => killed())
          }
        }
        for (let at = 0; at < AT_ONCE; at += 1) uploading().catch(() => undefined)
      })
      person.leave()
      const rows = rowsIn(dataDir)
      const files = new Set(filesIn(images))
      expect(rows.filter(({ hash }) => !files.has(hash))).toEqual([])
      for (const name of files) expect(hashOf(join(images, name))).toBe(name)
      const kept = new Set(rows.map(({ id }) => id))
      expect([...promised].filter((id) => !kept.has(id))).toEqual([])
    }

    // What a kill left behind is swept once it is an hour old: the next start is the first sweep.
    for (const folder of [images, join(images, 'unfinished')])
      for (const name of filesIn(folder)) age(join(folder, name))
    const orphans = filesIn(images).length + filesIn(join(images, 'unfinished')).length
    forgetRows(dataDir)
    const server = RingsideProcess.run([], env)
    await server.opened()
    await expect.poll(() => filesIn(images), { timeout: 10_000 }).toEqual([])
    expect(filesIn(join(images, 'unfinished'))).toEqual([])
    expect(await server.kill('SIGTERM')).toBe(0)
    console.info(`${promised.size} pictures promised in ${ROUNDS} kills, ${orphans} files swept`)
    rmSync(dataDir, { recursive: true })
  },
  60_000 + ROUNDS * 30_000,
)

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)

const hashOf = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex')

function age(path: string): void {
  const seconds = (Date.now() - HOUR_MS) / 1000
  utimesSync(path, seconds, seconds)
}

function inDatabase<T>(dataDir: string, work: (database: SqliteDatabase.Database) => T): T {
  const database = new SqliteDatabase(join(dataDir, 'ringside.sqlite'))
  try {
    return work(database)
  } finally {
    database.close()
  }
}

const rowsIn = (dataDir: string) =>
  inDatabase(
    dataDir,
    (database) =>
      database.prepare('select id, hash from images').all() as { id: string; hash: string }[],
  )

/** As if each kill had come between a file and its row. */
const forgetRows = (dataDir: string) =>
  inDatabase(dataDir, (database) => database.prepare('delete from images').run())
