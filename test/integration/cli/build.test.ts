import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

// A small tree whose tools only write down that they ran, with the real bin/.
let root: string

const put = async (path: string, text = '') => {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), text)
}

/** Compiles each source to itself, and counts in `runs`. */
const TOOL = (part: string) => `
  const { appendFileSync, cpSync } = require('node:fs')
  appendFileSync('runs', '${part}\\n')
  for (const path of ['${part}/src', 'shared']) cpSync(path, 'dist/' + path, { recursive: true })
  if (require('node:fs').existsSync('broken')) process.exit(2)
`

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'ringside-build-'))
  await cp('bin', join(root, 'bin'), { recursive: true })
  await put('package.json', '{"name": "ringside", "type": "module"}')
  await put('node_modules/commander/index.js')
  await put('node_modules/@nestjs/cli/bin/nest.js', TOOL('server'))
  await put('node_modules/vite/bin/vite.js', TOOL('client'))
  await put('server/src/main.js', 'process.stdout.write(`runs ${process.argv.slice(2)}`)')
  await put('server/src/old.js')
  await put('client/src/main.js')
  await put('shared/words.js')
})

afterEach(() => rm(root, { recursive: true }))

async function ringside(args: string[] = [], nodeFlags: string[] = []) {
  const child = spawn(process.execPath, [...nodeFlags, 'bin/ringside.mjs', ...args], { cwd: root })
  let [out, err] = ['', '']
  child.stdout.on('data', (data: Buffer) => (out += data.toString()))
  child.stderr.on('data', (data: Buffer) => (err += data.toString()))
  const [exitCode] = (await once(child, 'close')) as [number]
  return { exitCode, out, err }
}

const runs = async () =>
  (await readFile(join(root, 'runs'), 'utf8').catch(() => '')).split('\n').filter(Boolean)

const MINUTE = 60_000

/** As if it had been written a minute from now, or that much earlier. */
const touch = (path: string, ms = MINUTE) => {
  const time = new Date(Date.now() + ms)
  return utimes(join(root, path), time, time)
}

describe('the command', () => {
  it('builds first, tells so on stderr, and then is the command', async () => {
    expect(await ringside(['--port', '0'])).toEqual({
      exitCode: 0,
      out: 'runs --port,0',
      err: expect.stringMatching(/Building the server.*\nBuilding the client/) as string,
    })
  })

  it('builds nothing that is fresh', async () => {
    await ringside()
    expect(await ringside()).toEqual({ exitCode: 0, out: 'runs ', err: '' })
    expect(await runs()).toEqual(['server', 'client'])
  })

  it.each([['--help'], ['check-config'], ['rate'], ['--version']])(
    'builds no client for %s',
    async (word) => {
      await ringside([word])
      expect(await runs()).toEqual(['server'])
    },
  )

  it.each([
    ['server/src/main.js', ['server']],
    ['client/src/main.js', ['client']],
    ['shared/words.js', ['server', 'client']],
    ['package.json', ['server', 'client']],
  ])('builds again what a newer %s belongs to', async (path, parts) => {
    await ringside()
    await touch(path)
    await ringside()
    expect((await runs()).slice(2)).toEqual(parts)
  })

  it('leaves nothing of deleted sources behind', async () => {
    await ringside()
    await rm(join(root, 'server/src/old.js'))
    await touch('server/src')
    await touch('dist/server/src/old.js', -MINUTE)
    await ringside()
    await expect(readFile(join(root, 'dist/server/src/main.js'))).resolves.toBeDefined()
    await expect(readFile(join(root, 'dist/server/src/old.js'))).rejects.toThrow('ENOENT')
  })

  it('builds once when it is started twice at the same moment', async () => {
    const both = await Promise.all([ringside(), ringside()])
    expect(both.map(({ out }) => out)).toEqual(['runs ', 'runs '])
    expect(await runs()).toEqual(['server', 'client'])
  })

  it('takes no notice of a lock whose owner is gone', async () => {
    const gone = spawn(process.execPath, ['--version'])
    await once(gone, 'exit')
    await put('dist/.building', String(gone.pid))
    expect((await ringside()).out).toBe('runs ')
  })

  it('does not run what could not be built, and tries again the next time', async () => {
    await put('broken')
    const failed = { exitCode: 1, out: '' }
    expect(await ringside()).toMatchObject(failed)
    expect((await ringside()).err).toContain('The server could not be built')
    await rm(join(root, 'broken'))
    expect((await ringside()).out).toBe('runs ')
  })

  it('runs as it is where there are no sources, or no tools', async () => {
    await ringside()
    await rm(join(root, 'node_modules/vite'), { recursive: true })
    await rm(join(root, 'node_modules/@nestjs'), { recursive: true })
    await touch('shared/words.js')
    expect(await ringside()).toEqual({ exitCode: 0, out: 'runs ', err: '' })
    await rm(join(root, 'server'), { recursive: true })
    await rm(join(root, 'client'), { recursive: true })
    expect(await ringside()).toEqual({ exitCode: 0, out: 'runs ', err: '' })
  })

  it('says what to do without its packages', async () => {
    await rm(join(root, 'node_modules'), { recursive: true })
    expect(await ringside()).toEqual({
      exitCode: 1,
      out: '',
      err: 'The packages that Ringside needs are not installed. Run: npm ci\n',
    })
  })

  it('says what to do on a Node that is too old', async () => {
    const pretend = `Object.defineProperty(process.versions, 'node', { value: '20.18.3' })`
    const { exitCode, err } = await ringside([], ['--import', `data:text/javascript,${pretend}`])
    expect(exitCode).toBe(1)
    expect(err).toMatch(/^Ringside needs Node 20\.19 or newer; this is 20\.18\.3\./)
  })
})
