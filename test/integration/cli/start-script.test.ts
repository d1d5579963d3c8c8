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
  const env = { PATH: join(root, 'tools') }
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
    const flags = ['--port', '8080', '--register-api-endpoint-file', 'my models.json']
    expect(JSON.parse(first.stdout)).toEqual(flags)
    expect(start()).toEqual({ status: 0, stdout: '[]\n', stderr: '' })
    expect(runs()).toEqual(['npm ci --no-fund --no-audit'])
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
