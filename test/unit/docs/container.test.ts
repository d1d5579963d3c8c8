import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { SETTINGS } from '#server/config/env.schema'
import { parseSettings } from '#server/config/parse-settings'

// No Docker engine runs where the tests do: what it would be given is read as it would read it.

interface Compose {
  services: Record<string, Service>
  volumes: Record<string, unknown>
}
interface Service {
  build: string
  ports: string[]
  volumes: (string | { source: string; target: string; read_only: boolean })[]
  environment: string[]
  extra_hosts: string[]
  env_file: { path: string; required: boolean }[]
  tmpfs: string[]
  read_only: boolean
  cap_drop: string[]
  mem_limit: string
  pids_limit: number
  stop_grace_period: string
}

const read = (file: string) => readFileSync(file, 'utf8')
const lines = (file: string) =>
  read(file)
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))

/** As compose reads it where no variable is set. */
const compose = parse(read('docker-compose.yml').replaceAll(/\$\{\w+:-([^}]*)\}/g, '$1')) as Compose
const { ringside } = compose.services as { ringside: Service }

const KEYS = /^(OPENAI|ANTHROPIC|GOOGLE|GEMINI|MISTRAL)_API_KEY$/
const OF_THE_MODEL_FILE = [...read('api_endpoint.json').matchAll(/\$\{([A-Z_]+)/g)].map(
  ([, name]) => name,
)
const isKnown = (name: string) =>
  KEYS.test(name) ||
  OF_THE_MODEL_FILE.includes(name) ||
  Object.values(SETTINGS).some(({ variable }) => variable === name)

/** `NAME=value` or `NAME`. */
const pairsOf = (entries: readonly string[]) =>
  entries.map((entry) => entry.split(/=(.*)/s, 2) as [string, string?])

describe('the compose file', () => {
  const fixed = Object.fromEntries(pairsOf(ringside.environment).filter(([, value]) => value)) as {
    [name: string]: string
  }

  /** From where, to where, and how. */
  const mounts = ringside.volumes.map((volume) =>
    typeof volume === 'string'
      ? volume.split(':')
      : [volume.source, volume.target, volume.read_only ? 'ro' : 'rw'],
  )

  it('leaves the machine its memory and its processes', () => {
    expect(ringside.mem_limit).toMatch(/^[1-9]\d*[mg]$/)
    expect(ringside.pids_limit).toBeGreaterThan(0)
  })

  it('names only variables that the arena reads, and every variable of a key', () => {
    const names = pairsOf(ringside.environment).map(([name]) => name)
    expect(names.filter((name) => !isKnown(name))).toEqual([])
    const example = pairsOf(lines('.env.example')).map(([name]) => name)
    expect(example.filter((name) => !isKnown(name))).toEqual([])
    const keys = example.filter((name) => KEYS.test(name))
    expect(keys.length).toBe(5)
    expect(keys.filter((name) => !names.includes(name))).toEqual([])
  })

  it('gives no secret away, and values that the arena takes', () => {
    expect(Object.keys(fixed).filter((name) => /KEY|TOKEN|PASSWORD/.test(name))).toEqual([])
    expect(parseSettings(fixed, {}, '/app')).toMatchObject({ host: '0.0.0.0', dataDir: '/data' })
  })

  it('lets it write to its volume alone, and people in by this machine alone', () => {
    expect(ringside).toMatchObject({ build: '.', read_only: true, cap_drop: ['ALL'] })
    const writable = mounts.filter(([, , mode]) => mode !== 'ro')
    expect(writable).toEqual([['data', fixed.DATA_DIR]])
    expect(Object.keys(compose.volumes)).toEqual(['data'])
    for (const [source = ''] of mounts.filter(([from]) => from?.startsWith('.')))
      expect([source, existsSync(source)]).toEqual([source, true])
    expect(ringside.ports).toEqual([`127.0.0.1:7860:${fixed.PORT}`])
  })

  it('has the model file where the process looks for it, whatever .env says for outside', () => {
    expect(mounts.map(([, inside]) => inside)).toContain(fixed.API_ENDPOINT_FILE)
  })

  it('reaches a model server of the machine by the name that people are told', () => {
    const [name = ''] = ringside.extra_hosts[0]?.split(':') ?? []
    expect(ringside.extra_hosts).toEqual([`${name}:host-gateway`])
    for (const file of ['.env.example', 'docs/deploy.md']) {
      expect(read(file)).toContain(`http://${name}:11434/v1`)
    }
  })

  it('waits longer for the end than running answers get', () => {
    const { stopWaitMs } = parseSettings({}, {}, '/app')
    expect(Number.parseInt(ringside.stop_grace_period) * 1000).toBeGreaterThan(stopWaitMs)
  })
})

describe('the Dockerfile', () => {
  const stages = read('Dockerfile')
    .replaceAll(/\\\n\s*/g, '')
    .split(/^FROM /m)
    .slice(1)
  const copies = stages.map((stage) =>
    [...stage.matchAll(/^COPY (?:--from=(\w+) )?(.+)$/gm)].map(([, from, paths = '']) => ({
      from,
      sources: paths.split(' ').slice(0, -1),
    })),
  )
  const fromContext = copies.flat().flatMap(({ from, sources }) => (from ? [] : sources))

  it('copies only what is there and gets past .dockerignore', () => {
    expect(fromContext.length).toBeGreaterThan(8)
    for (const source of fromContext)
      expect([source, existsSync(source), isIgnored(source)]).toEqual([source, true, false])
  })

  it('builds with everything that the build looks at', () => {
    const [first = []] = copies
    const copied = first.flatMap(({ sources }) => sources)
    const configured = [...read('nest-cli.json').matchAll(/"(?:\.\.\/)?(server\/[^"]+)"/g)]
    const needed = [
      ...['bin', 'client', 'server', 'shared', 'package.json', 'tsconfig.base.json'],
      ...['nest-cli.json', ...configured.map(([, path = '']) => path.split('/')[0]!)],
    ]
    expect(needed.filter((path) => !copied.includes(path))).toEqual([])
  })

  it('takes from the first stage what that one makes', () => {
    const taken = copies[1]!.flatMap(({ from, sources }) => (from ? sources : []))
    expect(taken).toEqual(['/app/node_modules', '/app/dist'])
    expect(stages[0]).toMatch(/^\S+ AS build\n/)
    expect(new Set(stages.map((stage) => stage.split(/\s/)[0])).size).toBe(1)
  })

  it('sets what the arena reads, and runs as nobody special', () => {
    const [, written = ''] = /^ENV (.+)$/m.exec(stages[1]!) ?? []
    const pairs = pairsOf(written.split(' '))
    expect(pairs.map(([name]) => name).filter((name) => !isKnown(name))).toEqual(['NODE_ENV'])
    expect(parseSettings(Object.fromEntries(pairs), {}, '/app')).toMatchObject({ port: 7860 })
    expect(stages[1]).toMatch(/^USER node$/m)
  })

  it('leaves out of the image what belongs to one machine', () => {
    for (const path of ['.env', 'server/.env', 'data/ringside.sqlite', 'node_modules/zod', '.git'])
      expect([path, isIgnored(path)]).toEqual([path, true])
    expect(isIgnored('client/node_modules/x')).toBe(true)
  })
})

/** As Docker reads it: the last line that fits decides, and what is below a fitting folder fits. */
function isIgnored(path: string): boolean {
  const parts = path.split('/')
  const selfAndAbove = parts.map((_, at) => parts.slice(0, at + 1).join('/'))
  return lines('.dockerignore').reduce((ignored, line) => {
    const pattern = line
      .replace(/^!/, '')
      .replaceAll('.', '\\.')
      .replaceAll(/(?<!\*)\*(?!\*)/g, '[^/]*')
      .replaceAll('**/', '(?:.*/)?')
    const fits = selfAndAbove.some((each) => new RegExp(`^${pattern}$`).test(each))
    return fits ? !line.startsWith('!') : ignored
  }, false)
}
