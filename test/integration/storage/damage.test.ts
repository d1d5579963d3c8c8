import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parseSettings } from '#server/config/parse-settings'
import { StartupError } from '#server/config/startup-error'
import { openDatabase } from '#server/storage/database/open-database'
import { SqliteDatabase } from '#server/storage/database/sqlite'
import { seeded } from '../../support/seeded.js'
import { startArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

const DAMAGES = Number(process.env.DAMAGES ?? 40)
const PAGE = 4096
const chance = seeded(20_261_130)

let folder: string
let sound: Buffer
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringside-damage-'))
  const arena = await startArena({ dataDir: folder })
  const person = await TestPerson.arrive(arena.url)
  for (let at = 0; at < 5; at += 1) {
    await person.does('conversation:start', { mode: 'battle', text: `Question ${at}` })
  }
  person.leave()
  await arena.close()
  const file = join(folder, 'ringside.sqlite')
  const database = new SqliteDatabase(file)
  database.pragma('wal_checkpoint(truncate)')
  database.close()
  sound = readFileSync(file)
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

const KINDS: Record<string, (bytes: Buffer) => Buffer> = {
  'cut off': (bytes) => bytes.subarray(0, 1 + chance.below(bytes.length - 1)),
  'a page of noise': (bytes) => {
    const at = chance.below(bytes.length / PAGE) * PAGE
    for (let index = 0; index < PAGE; index += 1) bytes[at + index] = chance.below(256)
    return bytes
  },
  'a page of zeros': (bytes) => {
    const at = chance.below(bytes.length / PAGE) * PAGE
    return bytes.fill(0, at, at + PAGE)
  },
  'a broken header': (bytes) => bytes.fill(0xff, chance.below(16), 16 + chance.below(84)),
  'single bytes': (bytes) => {
    for (let times = 0; times < 50; times += 1) bytes[chance.below(bytes.length)]! ^= 0xff
    return bytes
  },
  'another file': (bytes) => Buffer.from('This is no database. '.repeat(bytes.length / 21)),
}

/** What was said of a file, and the rows that are left where it was opened. */
async function open(dataDir: string): Promise<{ refusal?: StartupError; battles?: number }> {
  try {
    const settings = parseSettings({ DATA_DIR: dataDir }, {}, dataDir)
    const database = await openDatabase(settings)
    try {
      const rows = await database.db.selectFrom('conversations').select('id').execute()
      return { battles: rows.length }
    } catch {
      return {}
    } finally {
      await database.close()
    }
  } catch (error) {
    if (error instanceof StartupError) return { refusal: error }
    throw error
  }
}

it(`of ${DAMAGES} damaged files none is made anew: it is refused and left as it is, or all is still in it`, async () => {
  let refused = 0
  for (let round = 0; round < DAMAGES; round += 1) {
    const kind = Object.keys(KINDS)[round % Object.keys(KINDS).length]!
    const dataDir = mkdtempSync(join(folder, 'damaged-'))
    const file = join(dataDir, 'ringside.sqlite')
    const damaged = KINDS[kind]!(Buffer.from(sound))
    writeFileSync(file, damaged)
    copyFileSync(file, `${file}.before`)
    const { refusal, battles } = await open(dataDir)
    if (refusal) {
      refused += 1
      expect([kind, refusal.exitCode]).toEqual([kind, 78])
      expect(refusal.message).toContain('left as it is')
      expect([kind, readFileSync(file).equals(damaged)]).toEqual([kind, true])
    } else if (battles !== undefined) expect([kind, battles]).toEqual([kind, 5])
    expect(statSync(file).size).toBeGreaterThan(0)
    rmSync(dataDir, { recursive: true })
  }
  console.info(`${refused} of ${DAMAGES} damaged files refused, none changed, none made anew`)
  expect(refused).toBeGreaterThan(DAMAGES / 2)
}, 120_000)
