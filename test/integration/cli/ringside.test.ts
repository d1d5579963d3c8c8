import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTunnelService } from '../../support/tunnel-service.js'
import { RingsideProcess } from '../../support/ringside-process.js'

let folder: string
let file: string
let running: RingsideProcess[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringside-cli-'))
  file = join(folder, 'api_endpoint.json')
  await writeFile(file, '{"gpt-a": {}, "gpt-b": {}}')
})

afterEach(async () => {
  await Promise.all(running.map((ringside) => ringside.kill('SIGKILL')))
  running = []
  await rm(folder, { recursive: true })
})

/** Set, though empty, so that a .env of whoever runs the tests does not count. */
const NO_KEYS = { OPENAI_API_KEY: '', ANTHROPIC_API_KEY: '', DEMO: '', LOG_LEVEL: '' }

function ringside(args: string[] = [], env: Record<string, string> = {}): RingsideProcess {
  const defaults = { DATA_DIR: join(folder, 'data'), API_ENDPOINT_FILE: file, PORT: '0' }
  const started = RingsideProcess.run(args, { ...NO_KEYS, ...defaults, ...env })
  running.push(started)
  return started
}

async function result(args: string[], env: Record<string, string> = {}) {
  const ended = ringside(args, env)
  return { exitCode: await ended.ended(), out: ended.stdout, err: ended.stderr }
}

describe('check-config', () => {
  it('lists the models with what they lack', async () => {
    await writeFile(file, '{"gpt-a": {"colour": 1}, "claude-x": {}}')
    const { exitCode, out, err } = await result(['check-config'], { OPENAI_API_KEY: 'k' })
    expect([exitCode, err]).toEqual([0, ''])
    expect(out).toBe(
      [
        `${file}: 1 of 2 models are available.`,
        '  gpt-a     available',
        '  claude-x  ANTHROPIC_API_KEY is not set',
        'Demo models are off.',
        'Warnings:',
        '  gpt-a.colour: unknown field, ignored',
        '',
      ].join('\n'),
    )
  })

  it('says the same as JSON, of a file that is named', async () => {
    const other = join(folder, 'other.json')
    await writeFile(other, '{"gpt-a": {}}')
    const { exitCode, out } = await result(['check-config', other, '--json'])
    expect(exitCode).toBe(0)
    expect(JSON.parse(out)).toEqual({
      ok: true,
      file: other,
      models: [
        {
          name: 'gpt-a',
          provider: 'openai',
          available: false,
          reason: 'OPENAI_API_KEY is not set',
        },
      ],
      demo: true,
      warnings: [],
    })
  })

  it('tells every fault, for people and as JSON, and never a value', async () => {
    await writeFile(file, '{"gpt-a": {"weight": "canary", "link": "canary"}}')
    const { exitCode, out, err } = await result(['check-config', '--json'])
    expect(exitCode).toBe(78)
    const { ok, faults } = JSON.parse(out) as { ok: boolean; faults: { path: string }[] }
    expect(ok).toBe(false)
    expect(faults.map(({ path }) => path)).toEqual(['gpt-a.weight', 'gpt-a.link'])
    for (const { path } of faults) expect(err).toContain(`  ${path}: expected`)
    expect(out + err).not.toContain('canary')
  })

  it('reads .env of the current folder, which a variable that is set wins over', async () => {
    await writeFile(join(folder, '.env'), 'OPENAI_API_KEY=k\nAPI_ENDPOINT_FILE=none.json\n')
    const env = { API_ENDPOINT_FILE: file }
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [resolve('dist/server/src/main.js'), 'check-config'],
      { cwd: folder, env },
    )
    expect(stdout).toContain(`${file}: 2 of 2 models are available.`)
  })

  it('looks at the settings too', async () => {
    const { exitCode, err } = await result(['check-config'], { ADMIN_TOKEN: 'a canary' })
    expect(exitCode).toBe(78)
    expect(err).toContain('ADMIN_TOKEN: expected')
    expect(err).not.toContain('canary')
  })
})

describe('start', () => {
  it('opens, says where and with which models, and ends well on SIGTERM', async () => {
    const server = ringside([], { OPENAI_API_KEY: 'k' })
    const address = await server.opened()
    expect(address).toMatch(/^http:\/\/localhost:\d+$/)
    expect(server.stdout).toContain(`2 of 2 models of ${file} are available.`)
    expect((await fetch(`${address}/health/ready`)).status).toBe(200)
    expect(await server.kill('SIGTERM')).toBe(0)
  })

  it('says that the demo models are on, and why', async () => {
    const server = ringside()
    await server.opened()
    expect(server.stdout).toContain(`Demo models are on: no model of ${file} can be used.`)
    expect(server.stdout).toContain('  OPENAI_API_KEY is not set')
  })

  it('takes Ctrl+C that arrives twice as one', async () => {
    const server = ringside()
    await server.opened()
    server.child.kill('SIGINT')
    expect(await server.kill('SIGINT')).toBe(0)
  })

  it('reads the model file again on SIGHUP', async () => {
    const server = ringside()
    const address = await server.opened()
    await writeFile(file, '{"gpt-c": {}}')
    server.child.kill('SIGHUP')
    await expect
      .poll(
        async () => {
          const response = await fetch(`${address}/api/models`)
          return ((await response.json()) as { models: { name: string }[] }).models[0]?.name
        },
        { timeout: 10_000 },
      )
      .toBe('gpt-c')
  })

  it('takes the flags of the predecessor’s guide', async () => {
    const other = join(folder, 'other.json')
    await writeFile(other, '{"gpt-eyes": {"vision-arena": true}}')
    const flags = ['--host', '127.0.0.1', '--port', '0', '--register-api-endpoint-file', other]
    const seeing = async (flag: string) => {
      const server = ringside([...flags, flag])
      const response = await fetch(`${await server.opened()}/api/models`)
      await server.kill('SIGTERM')
      return ((await response.json()) as { models: { vision: boolean }[] }).models[0]?.vision
    }
    expect(await seeing('--vision-arena')).toBe(true)
    expect(await seeing('--no-vision-arena')).toBe(false)
  })
})

describe('start --share', () => {
  it('tells the link, and ends the tunnel with the arena', async () => {
    const greeting = 'abc tunneled, https://abc.service.example\r\n'
    const service = await startTunnelService({ greeting })
    const share = { SHARE_HOST: '127.0.0.1', SHARE_PORT: String(service.port) }
    const server = ringside(['--share'], share)
    await server.says(/Public link, .*: https:\/\/abc\.service\.example$/m)
    const visited = await fetch(`${await service.entrance()}/health/ready`)
    expect(visited.status).toBe(200)
    expect(await server.kill('SIGINT')).toBe(0)
    await service.close()
  })

  it('goes on without a link where there is none to have', async () => {
    const { close, port } = await startTunnelService({ admits: false })
    const server = ringside(['--share'], { SHARE_HOST: '127.0.0.1', SHARE_PORT: String(port) })
    const address = await server.opened()
    await server.says(/There is no public link: .*SHARE_KEY_FILE/)
    expect((await fetch(`${address}/health/ready`)).status).toBe(200)
    await close()
  })
})

describe('what keeps the arena from opening is one message with an exit code', () => {
  const problems: [string, () => Promise<[string[], Record<string, string>]>, number, RegExp][] = [
    [
      'an unknown flag',
      () => Promise.resolve([['--prot', '1'], {}]),
      64,
      /unknown option '--prot'\n\(Did you mean --port\?\)/,
    ],
    ['a wrong flag', () => Promise.resolve([['--port', 'x'], {}]), 64, /--port: expected a whole/],
    [
      'a short admin token',
      () => Promise.resolve([[], { ADMIN_TOKEN: 'canary' }]),
      78,
      /ADMIN_TOKEN: expected at least 32 characters/,
    ],
    [
      'a weak token beside a public link',
      () => Promise.resolve([['--share'], { ADMIN_TOKEN: 'canary'.repeat(6) }]),
      78,
      /ADMIN_TOKEN: too weak for a public link: expected at least 32 random/,
    ],
    ['a wrong variable', () => Promise.resolve([[], { DEMO: 'x' }]), 78, /DEMO: expected one of/],
    [
      'a missing model file',
      () => Promise.resolve([[], { API_ENDPOINT_FILE: join(folder, 'none.json') }]),
      78,
      /none\.json: there is no such file/,
    ],
    [
      'a broken model file',
      async () => {
        await writeFile(file, '{"gpt-a": {"weight": -1},}')
        return [[], {}]
      },
      78,
      /line 1, column 26: a comma before } is one too many/,
    ],
    [
      'a folder that cannot be made',
      () => Promise.resolve([[], { DATA_DIR: join(file, 'data') }]),
      1,
      /data folder .* cannot be written.*DATA_DIR/,
    ],
    [
      'an address of another machine',
      () => Promise.resolve([['--host', '203.0.113.7'], {}]),
      1,
      /203\.0\.113\.7 is not an address of this machine.*--host/,
    ],
    [
      'a database that is away',
      () => Promise.resolve([[], { DATABASE_URL: 'postgres://u:canary@127.0.0.1:1/x' }]),
      1,
      /database cannot be reached \(ECONNREFUSED\).*DATABASE_URL/,
    ],
  ]

  it.each(problems)('%s', async (_, prepare, exitCode, message) => {
    const problem = await result(...(await prepare()))
    expect(problem.exitCode).toBe(exitCode)
    expect(problem.err).toMatch(message)
    expect(problem.err).not.toMatch(/^\s+at |\\n\s+at /m)
    expect(problem.err.trim().split('\n').length).toBeLessThanOrEqual(3)
    expect(problem.out + problem.err).not.toContain('canary')
  })

  it('a taken port', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    const { exitCode, err } = await result(['--port', String(port)])
    other.close()
    expect(exitCode).toBe(1)
    expect(err).toBe(
      `Port ${port} is taken by another program. Stop that one, or choose another port with --port.\n`,
    )
  })

  it('another Ringside on the same folder, which goes on', async () => {
    const first = ringside()
    const address = await first.opened()
    for (const args of [[], ['rebuild'], ['export', 'votes']]) {
      const { exitCode, err } = await result(args)
      expect(exitCode).toBe(1)
      expect(err).toMatch(/^Another Ringside is running on the data folder .*DATA_DIR\.\n$/)
    }
    expect((await fetch(`${address}/health/ready`)).status).toBe(200)
  })
})
