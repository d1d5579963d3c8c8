import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backUp } from '#server/app/backup/back-up'
import { restore } from '#server/app/backup/restore'
import { parseSettings } from '#server/config/parse-settings'
import { StartupError } from '#server/config/startup-error'
import { SystemClock } from '#server/config/system-clock'
import { loadSessionSecret } from '#server/session/session-secret'
import { beginBackup } from '#server/storage/database/unfinished-backups'
import { SqliteDatabase } from '#server/storage/database/sqlite'
import { aPicture, RED } from '../../support/pictures.js'
import { RingsideProcess } from '../../support/ringside-process.js'
import { spoilTable } from '../../support/spoil-table.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'
import { upload } from '../arena/pictures.js'

const folders: string[] = []
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'ringside-backup-'))
  folders.push(folder)
  return folder
}

const commandOn = (dataDir: string, args: string[], env: Record<string, string> = {}) =>
  RingsideProcess.run(args, { DATA_DIR: dataDir, ...env })

async function ringside(dataDir: string, args: string[], env: Record<string, string> = {}) {
  const ended = commandOn(dataDir, args, env)
  return { exitCode: await ended.ended(), out: ended.stdout, err: ended.stderr }
}

const clock = new SystemClock()
const silent = { step: () => undefined, sometimes: () => undefined }
const settingsOf = (folder: string, env: Record<string, string> = {}) =>
  parseSettings({ DATA_DIR: folder, ...env }, {}, process.cwd())

async function refusal(work: () => Promise<unknown>): Promise<StartupError> {
  const failure = await work().catch((error: unknown) => error)
  if (failure instanceof StartupError) return failure
  throw new Error('it was not refused', { cause: failure })
}

/** An arena before a backup, and what came after it. */
let arena: TestArena
let dataDir: string
let backup: string
let cookie: string
let picture: string
let kept: string
let later: string

beforeAll(async () => {
  dataDir = newFolder()
  arena = await startArena({ dataDir })
  const person = await TestPerson.arrive(arena.url)
  cookie = person.cookie
  picture = (await upload(person, await aPicture(RED))).id
  kept = await votedBattle(person, [picture])
  backup = join(newFolder(), 'deep', 'of-today')
})
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

async function votedBattle(person: TestPerson, images: string[] = []): Promise<string> {
  const { conversationId } = await person.does('conversation:start', {
    mode: 'battle',
    text: 'Which colour is it?',
    imageIds: images,
  })
  await person.hears('turn:done', (frame) => frame.conversationId === conversationId)
  await person.does('vote:cast', { conversationId, turn: 1, choice: 'a' })
  await person.hears('conversation:revealed', (told) => told.conversationId === conversationId)
  return conversationId
}

it('is made while the arena runs, whole, and readable to its owner alone', async () => {
  const made = await ringside(dataDir, ['backup', backup])
  expect(made).toMatchObject({ exitCode: 0, out: expect.stringContaining('1 pictures') as string })
  expect(readdirSync(backup).sort()).toEqual([
    'backup.json',
    'images',
    'ringside.sqlite',
    'session-secret',
  ])
  for (const name of ['.', ...readdirSync(backup)]) {
    expect([name, statSync(join(backup, name)).mode & 0o077]).toEqual([name, 0])
  }
  const secret = readFileSync(join(dataDir, 'session-secret'), 'utf8')
  expect(made.out + made.err + readFileSync(join(backup, 'backup.json'), 'utf8')).not.toContain(
    secret,
  )
  const again = await ringside(dataDir, ['backup', backup])
  expect([again.exitCode, again.err]).toEqual([64, expect.stringContaining('is there already')])

  const unnamed = await ringside(dataDir, ['backup', '--json'])
  const { folder } = JSON.parse(unnamed.out) as { folder: string }
  expect(folder.startsWith(join(dataDir, 'backups', 'ringside-20'))).toBe(true)
  expect(readdirSync(folder)).toHaveLength(4)
})

it('is not restored over an arena that runs', async () => {
  const refused = await ringside(dataDir, ['restore', backup])
  expect([refused.exitCode, refused.err]).toEqual([
    1,
    expect.stringContaining('Another Ringside is running'),
  ])
  const person = await TestPerson.arrive(arena.url, cookie)
  later = await votedBattle(person)
  person.leave()
  await arena.close()
})

it('brings everything back on another machine, the people too', async () => {
  const elsewhere = newFolder()
  const restored = await ringside(elsewhere, ['restore', backup])
  expect(restored).toMatchObject({
    exitCode: 0,
    err: expect.stringContaining('Checking') as string,
  })
  const copy = await startArena({ dataDir: elsewhere })
  const person = await TestPerson.arrive(copy.url, cookie)
  const { snapshot } = await person.does('conversation:join', { conversationId: kept })
  expect(snapshot).toMatchObject({ turns: [{ images: [picture] }], vote: { choice: 'a' } })
  expect((await person.fetch(`/api/images/${picture}`)).status).toBe(200)
  person.leave()
  await copy.close()
})

it('takes the place of what is there, which is kept and can be brought back', async () => {
  expect(conversationsIn(dataDir)).toEqual([kept, later].sort())
  const { out } = await ringside(dataDir, ['restore', backup, '--json'])
  const { before } = JSON.parse(out) as { before: string }
  expect(conversationsIn(dataDir)).toEqual([kept])
  const back = await ringside(dataDir, ['restore', before])
  expect([back.exitCode, back.out]).toEqual([0, expect.stringContaining('1 pictures')])
  expect(conversationsIn(dataDir)).toEqual([kept, later].sort())
})

it('of a database alone leaves pictures and people as they are', async () => {
  const target = newFolder()
  cpSync(dataDir, target, { recursive: true })
  const { exitCode, out } = await ringside(target, ['restore', join(backup, 'ringside.sqlite')])
  expect([exitCode, out]).toEqual([0, expect.stringContaining('1 pictures')])
  expect(conversationsIn(target)).toEqual([kept])
  expect(readFileSync(join(target, 'session-secret'), 'utf8')).toBe(
    readFileSync(join(dataDir, 'session-secret'), 'utf8'),
  )
})

it('takes no log along of a database that is not there any more', async () => {
  const target = newFolder()
  cpSync(dataDir, target, { recursive: true })
  const old = new SqliteDatabase(join(target, 'ringside.sqlite'))
  old.pragma('journal_mode = WAL')
  old.exec("update conversations set title = 'of the old database'")
  cpSync(join(target, 'ringside.sqlite-wal'), join(target, 'kept-wal'))
  old.close()
  rmSync(join(target, 'ringside.sqlite'))
  renameSync(join(target, 'kept-wal'), join(target, 'ringside.sqlite-wal'))
  const log = hashOf(join(target, 'ringside.sqlite-wal'))
  const { before } = await restore(settingsOf(target), backup, clock, silent)
  expect(conversationsIn(target)).toEqual([kept])
  expect(readFileSync(join(target, 'ringside.sqlite'), 'latin1')).not.toContain(
    'of the old database',
  )
  expect(hashOf(join(before!, 'ringside.sqlite-wal'))).toBe(log)
})

describe('what is no whole backup changes nothing:', () => {
  const database = (folder: string) => join(folder, 'ringside.sqlite')
  const aPictureOf = (folder: string) => {
    const [name = ''] = readdirSync(join(folder, 'images'))
    return join(folder, 'images', name)
  }
  const change = (folder: string, statement: string) => {
    const opened = new SqliteDatabase(database(folder))
    opened.exec(statement)
    opened.close()
  }

  it.each<[string, (folder: string) => void, string]>([
    ['half a database', (at) => truncateSync(database(at), 40_960), 'is damaged'],
    ['a torn page', (at) => spoilTable(database(at), 'votes'), 'is damaged'],
    ['no database', (at) => writeFileSync(database(at), 'words '.repeat(999)), 'is damaged'],
    ['an empty file', (at) => writeFileSync(database(at), ''), 'no database of Ringside'],
    ['none at all', (at) => rmSync(database(at)), 'the database is missing'],
    [
      'a newer version',
      (at) => change(at, "insert into kysely_migration values ('9999-future', '')"),
      'newer Ringside',
    ],
    ['a damaged picture', (at) => writeFileSync(aPictureOf(at), 'x'), 'is damaged'],
    ['a missing picture', (at) => rmSync(aPictureOf(at)), '1 of 1 pictures are missing'],
    ['a folder that was cut off', (at) => rmSync(join(at, 'backup.json')), 'no backup'],
  ])('%s', async (_, spoil, message) => {
    const spoiled = newFolder()
    cpSync(backup, spoiled, { recursive: true })
    spoil(spoiled)
    const before = contentOf(dataDir)
    const failure = await refusal(() => restore(settingsOf(dataDir), spoiled, clock, silent))
    expect(failure.exitCode).toBe(78)
    expect(failure.message).toContain(message)
    expect(failure.message).toContain('Nothing was changed.')
    expect(contentOf(dataDir)).toEqual(before)
  })

  it('a name of nothing, a folder without an arena, a database that is elsewhere', async () => {
    const nothing = await refusal(() => restore(settingsOf(dataDir), '/no/such', clock, silent))
    expect(nothing.exitCode).toBe(64)
    const empty = await refusal(() => backUp(settingsOf(newFolder()), undefined, clock, silent))
    expect([empty.exitCode, empty.message]).toEqual([78, expect.stringContaining('no database in')])
    const postgres = settingsOf(dataDir, {
      DATABASE_URL: 'postgres://me:hunter2@nowhere.example/arena',
    })
    for (const command of [
      () => restore(postgres, backup, clock, silent),
      () => backUp(postgres, undefined, clock, silent),
    ]) {
      const { exitCode, message } = await refusal(command)
      expect([exitCode, message]).toEqual([64, expect.stringContaining('pg_dump')])
      expect(message).not.toContain('hunter2')
    }
  })
})

const OTHER_SECRET = 'the key of other people'

describe('kill -9', () => {
  it('of a restore between the database and the key of its people: the next start has both', () => {
    const target = newFolder()
    writeFileSync(join(target, 'session-secret'), OTHER_SECRET)
    const stage = join(target, 'restoring-1')
    mkdirSync(stage)
    cpSync(join(backup, 'session-secret'), join(stage, 'session-secret'))
    writeFileSync(join(stage, 'ringside.sqlite'), 'not yet in its place')
    expect(loadSessionSecret(settingsOf(target))).toBe(OTHER_SECRET)
    renameSync(join(stage, 'ringside.sqlite'), join(target, 'ringside.sqlite'))
    for (let start = 0; start < 2; start += 1) {
      expect(loadSessionSecret(settingsOf(target))).toBe(loadSessionSecret(settingsOf(backup)))
    }
  })

  it('in the middle of a backup leaves none that looks whole', async () => {
    const target = join(newFolder(), 'cut-off')
    const killed = commandOn(dataDir, ['backup', target])
    await killed.says(/is checked/)
    await killed.kill('SIGKILL')
    if (existsSync(target)) expect(readdirSync(target)).toContain('backup.json')
    expect((await ringside(dataDir, ['backup', `${target}-2`])).exitCode).toBe(0)
  })

  it.each(['sometimes', 'step'])(
    'of a backup at its first “%s” leaves a part, which the next backup beside it removes',
    async (moment) => {
      const parent = newFolder()
      killedBackup(moment, join(parent, 'cut-off'))
      const left = partsIn(parent)
      expect(left).not.toEqual([])
      // Of somebody who is at work, and of somebody else.
      const busy = beginBackup(join(parent, 'busy'))
      writeFileSync(join(busy.unfinished, 'ringside.sqlite'), '')
      mkdirSync(join(parent, 'film.part-000001'))
      writeFileSync(join(parent, 'film.part-000001', 'film'), '')
      const others = partsIn(parent).filter((name) => !left.includes(name))
      // Of one that was killed once its folder had its name.
      writeFileSync(join(parent, 'whole.part-000002.lock'), '')
      expect((await ringside(dataDir, ['backup', join(parent, 'next')])).exitCode).toBe(0)
      expect(partsIn(parent)).toEqual(others)
      busy.release()
      expect(readdirSync(join(parent, 'next'))).toHaveLength(4)
    },
  )

  it('of backups in the data folder leaves parts, which the next start removes', async () => {
    const target = newFolder()
    cpSync(dataDir, target, { recursive: true })
    rmSync(join(target, 'backups'), { recursive: true, force: true })
    killedBackup('step', undefined, target)
    const copy = join(target, 'backups', 'ringside-2026-11-27T11-30-00.000Z.sqlite')
    killedCopy(join(target, 'ringside.sqlite'), copy)
    const left = partsIn(join(target, 'backups')).join(' ')
    expect(left).toMatch(/^ringside-1970\S+\.part-\w{6} .*ringside-2026\S+\.sqlite\.part( |$)/)
    const copied = await startArena({ dataDir: target })
    expect(readdirSync(join(target, 'backups'))).toEqual([])
    await copied.close()
  })

  it('of a restore leaves a copy of all, which the next start removes', async () => {
    const target = newFolder()
    cpSync(dataDir, target, { recursive: true })
    writeFileSync(join(target, 'session-secret'), OTHER_SECRET)
    cpSync(backup, join(target, 'restoring-abc123'), { recursive: true })
    const copied = await startArena({ dataDir: target })
    expect(readdirSync(target).filter((name) => name.startsWith('restoring-'))).toEqual([])
    expect(loadSessionSecret(settingsOf(target))).toBe(OTHER_SECRET)
    await copied.close()
  })

  it.each(['Checking', 'Keeping', 'Putting'])(
    'of a restore at “%s” leaves the old or the new, and it can be done again',
    async (step) => {
      const target = newFolder()
      cpSync(dataDir, target, { recursive: true })
      writeFileSync(join(target, 'session-secret'), OTHER_SECRET)
      const killed = commandOn(target, ['restore', backup])
      await killed.says(new RegExp(`^${step}`, 'm'))
      await killed.kill('SIGKILL')
      expect([
        [[kept], loadSessionSecret(settingsOf(backup))],
        [[kept, later].sort(), OTHER_SECRET],
      ]).toContainEqual([conversationsIn(target), loadSessionSecret(settingsOf(target))])
      expect((await ringside(target, ['restore', backup])).exitCode).toBe(0)
      expect(conversationsIn(target)).toEqual([kept])
      expect(readdirSync(target).filter((name) => name.startsWith('restoring-'))).toEqual([])
    },
  )
})

const partsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.includes('.part'))
    .sort()

const BUILT = resolve('dist/server/src')
const DIE = "() => process.kill(process.pid, 'SIGKILL')"

/** A process that ends itself as nothing can be caught, in the middle of what it does. */
function killed(script: string): void {
  const { signal, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', script],
    { encoding: 'utf8' },
  )
  expect([signal, stderr]).toEqual(['SIGKILL', ''])
}

function killedBackup(moment: string, target: string | undefined, from = dataDir): void {
  const tell = `{ step() {}, sometimes() {}, ${moment}: ${DIE} }`
  const settings = JSON.stringify({ dataDir: from })
  killed(`
    import { backUp } from '${BUILT}/app/backup/back-up.js'
    const clock = { now: () => 0 }
    await backUp(${settings}, ${JSON.stringify(target)}, clock, ${tell})`)
}

const killedCopy = (from: string, to: string): void =>
  killed(`
    import { copyDatabase } from '${BUILT}/storage/database/copy-database.js'
    await copyDatabase('${from}', '${to}', ${DIE})`)

/** Sorted; a database that is not whole fails. */
function conversationsIn(folder: string): string[] {
  const database = new SqliteDatabase(join(folder, 'ringside.sqlite'), { fileMustExist: true })
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  const found = database
    .prepare<[], string>('select id from conversations order by id')
    .pluck()
    .all()
  database.close()
  return found
}

/** Every file with the hash of what is in it. */
const contentOf = (folder: string): string[] =>
  (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => `${name} ${hashOf(join(folder, name))}`)
    .sort()

const hashOf = (file: string): string =>
  createHash('sha256').update(readFileSync(file)).digest('hex')
