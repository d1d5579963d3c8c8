import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

// A tree with the real script, whose npm only writes down that it ran.
let root: string

function put(path: string, text: string, mode = 0o644): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text, { mode })
}

const program = (name: string, text: string): void =>
  put(`tools/${name}`, `#!/bin/sh\n${text}`, 0o755)

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ringside-start-'))
  cpSync('start.sh', join(root, 'start.sh'))
  put('package-lock.json', '{}')
  put('bin/ringside.mjs', 'console.log(JSON.stringify(process.argv.slice(2)))')
  program(
    'npm',
    'echo "npm $*" >> runs; mkdir -p node_modules; touch node_modules/.package-lock.json',
  )
  for (const tool of ['sh', 'dirname', 'find', 'mkdir', 'touch']) {
    const path = ['/bin', '/usr/bin'].map((folder) => join(folder, tool)).find(existsSync)!
    symlinkSync(path, join(root, 'tools', tool))
  }
  symlinkSync(process.execPath, join(root, 'tools', 'node'))
})
afterEach(() => rmSync(root, { recursive: true }))

function start(...args: string[]) {
  return startWith({ PATH: join(root, 'tools') }, args)
}

/** From another folder. */
function startWith(env: NodeJS.ProcessEnv, args: string[] = []) {
  const { status, stdout, stderr } = spawnSync(join(root, 'start.sh'), args, {
    cwd: tmpdir(),
    env,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

const runs = () => {
  const file = join(root, 'runs')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
}

describe('start.sh', () => {
  it('installs once, says so, and passes every flag on', () => {
    const first = start('--port', '8080', '--register-api-endpoint-file', 'my models.json')
    expect(first.status).toBe(0)
    expect(first.stderr).toMatch(/^Installing the packages/)
    const file = join(tmpdir(), 'my models.json')
    const flags = ['--port', '8080', '--register-api-endpoint-file', file]
    expect(JSON.parse(first.stdout)).toEqual(flags)
    expect(start()).toEqual({ status: 0, stdout: '[]\n', stderr: '' })
    expect(runs()).toEqual(['npm ci --include=dev --no-fund --no-audit'])
  })

  it.each([
    [
      ['--register-api-endpoint-file=it.json'],
      [`--register-api-endpoint-file=${tmpdir()}/it.json`],
    ],
    [['--register-api-endpoint-file=/a/b.json'], ['--register-api-endpoint-file=/a/b.json']],
    [
      ['--register-api-endpoint-file', '/a/b.json', 'c.json', '*', ''],
      ['--register-api-endpoint-file', '/a/b.json', 'c.json', '*', ''],
    ],
  ])('%j names a file of the folder where it was typed, or a whole path', (typed, passed) => {
    expect(JSON.parse(start(...typed).stdout)).toEqual(passed)
  })

  it('installs what builds the pages with NODE_ENV=production too', () => {
    put('tool/package.json', '{ "name": "tool", "version": "1.0.0" }')
    const own = { name: 'tree', devDependencies: { tool: 'file:tool' } }
    put('package.json', JSON.stringify(own))
    const packages = {
      '': own,
      'node_modules/tool': { resolved: 'tool', link: true },
      tool: { version: '1.0.0', dev: true },
    }
    put('package-lock.json', JSON.stringify({ name: 'tree', lockfileVersion: 3, packages }))
    const { status } = startWith({ PATH: process.env.PATH, NODE_ENV: 'production' })
    expect([status, existsSync(join(root, 'node_modules/tool'))]).toEqual([0, true])
  })

  it('installs again after the list of packages changed', () => {
    start()
    const later = new Date(Date.now() + 60_000)
    utimesSync(join(root, 'package-lock.json'), later, later)
    start()
    expect(runs()).toHaveLength(2)
  })

  it('does not start where the installation fails', () => {
    program('npm', 'exit 7')
    expect(start()).toMatchObject({ status: 7, stdout: '' })
  })

  it('asks for Node where there is none', () => {
    rmSync(join(root, 'tools', 'node'))
    const { status, stderr } = start()
    expect([status, runs()]).toEqual([1, []])
    expect(stderr).toMatch(/needs Node 20\.19 or newer, and there is no node here\. .*nodejs\.org/)
  })

  it('asks for a newer Node where there is an old one', () => {
    rmSync(join(root, 'tools', 'node'))
    program('node', 'if [ "$1" = --version ]; then echo v18.20.0; else exit 1; fi')
    const { status, stderr } = start()
    expect([status, runs()]).toEqual([1, []])
    expect(stderr).toMatch(/needs Node 20\.19 or newer; this is v18\.20\.0\. .*nodejs\.org/)
  })
})
