import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { sharedSite, type SharedSite } from '../../support/shared-site.js'
import { newKeyPair } from '../../support/ssh-keys.js'
import {
  startTunnelService,
  type ServiceOptions,
  type TunnelService,
} from '../../support/tunnel-service.js'

const GREETING = 'Welcome!\r\nabc.service.example tunneled, https://abc.service.example\r\n'

let services: TunnelService[] = []
let sites: SharedSite[] = []

async function service(options: ServiceOptions = {}) {
  const started = await startTunnelService({ greeting: GREETING, ...options })
  services.push(started)
  return started
}

async function site(...options: Parameters<typeof sharedSite>) {
  const started = await sharedSite(...options)
  sites.push(started)
  started.open()
  return started
}

afterEach(async () => {
  for (const each of sites) each.close()
  await Promise.all(services.map((each) => each.close()))
  services = []
  sites = []
})

describe('the link of a tunnel service', () => {
  it('is the one that it tells, and leads here', async () => {
    const { port, entrance } = await service()
    const shared = await site(port)
    expect(await shared.is('up')).toEqual({ state: 'up', url: 'https://abc.service.example' })
    expect(shared.link.origin).toBe('https://abc.service.example')

    const upload = randomBytes(3_000_000)
    const response = await fetch(await entrance(), { method: 'POST', body: upload })
    expect(Buffer.from(await response.arrayBuffer()).equals(upload)).toBe(true)
  })

  it('makes the proxy’s word of its visitor count there, and nowhere else', async () => {
    const { port, entrance } = await service()
    const shared = await site(port)
    await shared.is('up')
    const headers = { 'x-forwarded-for': '10.0.0.1, 203.0.113.9', 'x-forwarded-proto': 'https' }
    await fetch(await entrance(), { headers })
    await fetch(shared.localUrl, { headers })
    expect(shared.visits).toEqual([{ address: '203.0.113.9', secure: true }, undefined])
  })

  it('may change while the tunnel stays', async () => {
    const { port, say } = await service()
    const shared = await site(port)
    await shared.is('up')
    const changed = new Promise((resolve) => shared.share.watch(resolve))
    // What its log says of visitors, and a name of somebody else.
    say('HTTP request from 1.2.3.4 to https://abc.service.example/forward(https://evil.example\r\n')
    say('forward: https://evil.example\r\nforward (https://evil.example)\r\n')
    say('def.service.example tunneled, https://def.service.example\r\n')
    expect(await changed).toEqual({ state: 'up', url: 'https://def.service.example' })
    expect(shared.link.origin).toBe('https://def.service.example')
  })

  it('is taken from a line without an end once the service is silent', async () => {
    const { port } = await service({ greeting: 'Welcome.\r\ntunnel: https://abc.service.example' })
    const shared = await site(port)
    await expect.poll(() => shared.clock.pending).toBe(2)
    expect(shared.share.state.state).toBe('connecting')
    shared.clock.advance(1_000)
    expect(shared.share.state).toEqual({ state: 'up', url: 'https://abc.service.example' })
  })

  it('is made from a setting where one is given, whatever the service says', async () => {
    const { port } = await service()
    const shared = await site(port, { SHARE_URL: 'http://arena.example:{port}', SHARE_BIND: '81' })
    expect((await shared.is('up')).url).toBe('http://arena.example:81')
  })

  it('that is told before the port is granted stays', async () => {
    const { port, entrance } = await service({ banner: GREETING, greeting: '' })
    const shared = await site(port)
    await shared.is('up')
    // A visitor comes through once the port is granted.
    await fetch(await entrance())
    shared.clock.advance(20_000)
    expect(shared.share.state).toEqual({ state: 'up', url: 'https://abc.service.example' })
  })

  it('that is not told for long is asked of the operator', async () => {
    const { port, entrance } = await service({ greeting: 'A shell.\r\n' })
    const shared = await site(port)
    await entrance()
    await expect.poll(() => shared.clock.pending).toBe(1)
    shared.clock.advance(20_000)
    expect((await shared.is('refused')).reason).toMatch(/tells no link.*SHARE_URL/)
  })
})

describe('a tunnel that ends', () => {
  it('is asked for again, later each time, until it is back', async () => {
    const first = await service()
    const shared = await site(first.port)
    await shared.is('up')
    await first.close()
    const waits: number[] = []
    for (const expected of [1_000, 2_000, 4_000]) {
      await expect.poll(() => shared.share.state.state).toBe('retrying')
      const state = shared.share.state as { reason: string; nextAttemptAt: number }
      waits.push(state.nextAttemptAt - shared.clock.now())
      expect(shared.link.origin).toBeUndefined()
      shared.clock.advance(expected)
    }
    expect(waits).toEqual([1_000, 2_000, 4_000])
    await expect.poll(() => shared.share.state.state).toBe('retrying')
    expect((shared.share.state as { reason: string }).reason).toMatch(/ECONNREFUSED/)

    // What comes back on the same port shows the same key.
    const [line = ''] = readFileSync(join(shared.dataDir, 'known-hosts'), 'utf8').split('\n')
    expect(line).toContain(`[127.0.0.1]:${first.port} ssh-ed25519 `)
  })

  it('works again with a server that came back', async () => {
    const hostKey = newKeyPair()
    const { port, drop, entrance } = await service({ hostKey })
    const shared = await site(port)
    await shared.is('up')
    drop()
    await shared.is('retrying')
    shared.clock.advance(1_000)
    await expect.poll(() => shared.share.state.state).toBe('up')
    expect((await fetch(await entrance(), { method: 'POST', body: 'here' })).status).toBe(200)
    expect(shared.visits).toHaveLength(1)
  })

  it('ends what was open through it', async () => {
    const { port, entrance, drop } = await service()
    const shared = await site(port)
    await shared.is('up')
    const endless = new ReadableStream({ start: (stream) => stream.enqueue(Buffer.from('a')) })
    const init = { method: 'POST', body: endless, duplex: 'half' } as RequestInit
    const response = await fetch(await entrance(), init)
    drop()
    await expect(response.text()).rejects.toThrow()
  })

  it('begins with the shortest wait again after it held', async () => {
    const { port, drop } = await service()
    const shared = await site(port)
    for (const [held, wait] of [
      [0, 1_000],
      [0, 2_000],
      [60_000, 1_000],
    ] as const) {
      await expect.poll(() => shared.share.state.state).toBe('up')
      shared.clock.advance(held)
      drop()
      await expect.poll(() => shared.share.state.state).toBe('retrying')
      const { nextAttemptAt } = shared.share.state as { nextAttemptAt: number }
      expect(nextAttemptAt - shared.clock.now()).toBe(wait)
      shared.clock.advance(wait)
    }
  })
})

describe('a server that was fine before', () => {
  it('is asked again where it tells no link for once, and only as often as it should be', async () => {
    const { port, drop, become } = await service()
    const shared = await site(port)
    await shared.is('up')
    become({ greeting: 'A shell.\r\n' })
    drop()
    await shared.is('retrying')
    shared.clock.advance(1_000)
    // Connected, and waiting for a link.
    await expect.poll(() => shared.clock.pending).toBe(1)
    shared.clock.advance(20_000)
    expect(shared.share.state).toMatchObject({
      state: 'retrying',
      reason: expect.stringContaining('tells no link') as string,
    })
    become({ greeting: GREETING })
    shared.clock.advance(2_000)
    await expect.poll(() => shared.share.state.state).toBe('up')
    // What the connection that was given up says of its end is no new failure.
    expect(shared.states.map(({ state }) => state)).toEqual([
      ...['connecting', 'up', 'retrying', 'connecting', 'retrying', 'connecting', 'up'],
    ])
    expect(shared.clock.pending).toBe(0)
  })

  it('is asked again where it refuses us for once', async () => {
    const { port, drop, become } = await service()
    const shared = await site(port)
    await shared.is('up')
    become({ admits: false })
    drop()
    await shared.is('retrying')
    shared.clock.advance(1_000)
    const reason = () => (shared.share.state as { reason?: string }).reason
    await expect.poll(reason).toMatch(/does not let nokey in/)
    expect(shared.share.state.state).toBe('retrying')
    become({ admits: true })
    shared.clock.advance(2_000)
    await expect.poll(() => shared.share.state.state).toBe('up')
  })

  it('is not spoken to any more where it shows another key', async () => {
    const first = await service()
    const shared = await site(first.port)
    await shared.is('up')
    await first.close()
    await shared.is('retrying')
    await service({ port: first.port })
    shared.clock.advance(1_000)
    expect((await shared.is('refused')).reason).toMatch(/another host key than before/)
    expect(shared.clock.pending).toBe(0)
  })
})

describe('a server that should not be spoken to', () => {
  it('is one with another key than before', async () => {
    const { port, entrance } = await service()
    const shared = await sharedSite(port)
    sites.push(shared)
    const other = newKeyPair().public.split(' ').slice(0, 2).join(' ')
    writeFileSync(join(shared.dataDir, 'known-hosts'), `[127.0.0.1]:${port} ${other}\n`)
    shared.open()
    const { reason } = await shared.is('refused')
    expect(reason).toMatch(/another host key than before/)
    expect(reason).toContain(join(shared.dataDir, 'known-hosts'))
    expect(shared.clock.pending).toBe(0)
    const came = await Promise.race([entrance(), Promise.resolve('nobody')])
    expect(came).toBe('nobody')
  })

  it('is one with a key that was revoked', async () => {
    const hostKey = newKeyPair()
    const { port } = await service({ hostKey })
    const shared = await sharedSite(port)
    sites.push(shared)
    const file = join(shared.dataDir, 'known-hosts')
    writeFileSync(file, `@revoked * ${hostKey.public.split(' ').slice(0, 2).join(' ')}\n`)
    shared.open()
    const { reason } = await shared.is('refused')
    expect(reason).toContain(`a host key that a line @revoked of ${file} forbids`)
    expect(shared.clock.pending).toBe(0)
  })

  it('is one that does not let us in', async () => {
    const { port } = await service({ admits: false })
    const shared = await site(port)
    expect((await shared.is('refused')).reason).toMatch(/does not let nokey in.*SHARE_KEY_FILE/)
  })

  it('cannot be reached with a key that is none', async () => {
    const { port } = await service()
    for (const file of ['/nowhere/key', 'package.json']) {
      const shared = await site(port, { SHARE_KEY_FILE: file })
      expect((await shared.is('refused')).reason).toMatch(/^SHARE_KEY_FILE cannot be used: /)
    }
  })

  it('is any while its key can neither be looked up nor remembered, and the file is named', async () => {
    const { port } = await service()
    const shared = await sharedSite(port)
    sites.push(shared)
    // A folder is read as a file by nobody, whoever runs the test.
    const file = join(shared.dataDir, 'known-hosts')
    mkdirSync(file)
    shared.open()
    const { reason } = await shared.is('refused')
    expect(reason).toContain(`${file} cannot be read and written (EISDIR)`)
    expect(reason).not.toContain('SHARE_KEY_FILE')
  })
})

it('closes the tunnel with the arena, and asks for no other', async () => {
  const { port } = await service()
  const shared = await site(port)
  await shared.is('up')
  shared.share.beforeApplicationShutdown()
  expect(shared.share.state).toEqual({ state: 'off' })
  expect([shared.link.origin, shared.clock.pending]).toEqual([undefined, 0])
})
