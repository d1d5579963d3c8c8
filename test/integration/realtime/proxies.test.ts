import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { io, type ManagerOptions, type SocketOptions } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RealtimeServer, type ArenaServer } from '#server/realtime/realtime-server'
import { startFaultProxy } from '../../support/fault-proxy/fault-proxy.js'
import { RED, aPicture } from '../../support/pictures.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'
import { post } from '../arena/pictures.js'

let arena: TestArena
let cookie: string
beforeAll(async () => {
  arena = await startArena({ env: { PUBLIC_URL: 'http://127.0.0.1/ring' } })
  const person = await TestPerson.arrive(arena.url)
  cookie = person.cookie
  person.leave()
})
afterAll(() => arena.close())

/** Longer than what the proxy of the test cuts after. */
const IDLE_PINGS = 4

/** A proxy for HTTP that knows nothing of websockets. `cut` is the path that it does not pass on. */
async function plainProxy(cut = '') {
  const server = createServer((incoming, outgoing) => {
    const { method, url = '', headers } = incoming
    const path = url.startsWith(`${cut}/`) ? url.slice(cut.length) : url
    const onward = request(`${arena.url}${path}`, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  })
  server.on('upgrade', (_, socket) => socket.destroy())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

/** Whether a battle comes to its end over this way, and by what transport. */
async function battleOver(url: string, options: Partial<ManagerOptions & SocketOptions> = {}) {
  const begun = performance.now()
  const socket = io(url, { extraHeaders: { cookie }, forceNew: true, ...options })
  await new Promise<void>((resolve) => socket.once('connect', resolve))
  const connectedMs = performance.now() - begun
  const done = new Promise<{ votable: boolean }>((resolve) => socket.once('turn:done', resolve))
  const command = { commandId: randomUUID(), mode: 'battle', text: 'Hello' }
  const started: unknown = await socket.emitWithAck('conversation:start', command)
  expect(started).toMatchObject({ ok: true })
  const { votable } = await done
  const transport = socket.io.engine.transport.name
  socket.disconnect()
  return { votable, transport, connectedMs }
}

it('runs by long-polling alone', async () => {
  const { votable, transport } = await battleOver(arena.url, { transports: ['polling'] })
  expect({ votable, transport }).toEqual({ votable: true, transport: 'polling' })
})

it('stays with long-polling where a proxy lets no websocket through', async () => {
  const proxy = await plainProxy()
  const { votable, transport, connectedMs } = await battleOver(proxy.url)
  expect({ votable, transport }).toEqual({ votable: true, transport: 'polling' })
  console.info(`connected without websockets after ${connectedMs.toFixed(0)} ms`)
  expect(connectedMs).toBeLessThan(10_000)
  proxy.server.closeAllConnections()
  proxy.server.close()
})

/** What many proxies cut after, in milliseconds. */
const PROXIES_CUT = 60_000
/** So many times as fast as life. */
const FASTER = 12.5

it('is not cut by a proxy that takes silence for death', async () => {
  const { server } = arena.app.get(RealtimeServer) as unknown as { server: ArenaServer }
  const { opts } = server.engine as unknown as { opts: { pingInterval: number } }
  const { pingInterval } = opts
  expect(pingInterval).toBeLessThan(PROXIES_CUT / 2)
  opts.pingInterval = pingInterval / FASTER
  const line = await startFaultProxy(Number(new URL(arena.url).port))
  line.set({ idle: { ms: PROXIES_CUT / FASTER } }, 'toServer')
  const options = { forceNew: true, transports: ['websocket'] }
  const socket = io(line.url, { ...options, extraHeaders: { cookie } })
  let pings = 0
  await new Promise<void>((resolve) => {
    socket.on('disconnect', () => resolve())
    socket.io.on('ping', () => (pings += 1) === IDLE_PINGS && resolve())
  })
  expect({ pings, connections: line.connections() }).toEqual({ pings: IDLE_PINGS, connections: 1 })
  opts.pingInterval = pingInterval
  socket.disconnect()
  await line.close()
})

it('runs under a path of its own', async () => {
  const { votable, transport } = await battleOver(arena.url, {
    path: '/ring/socket.io',
    transports: ['websocket'],
  })
  expect({ votable, transport }).toEqual({ votable: true, transport: 'websocket' })
})

describe.each([
  ['passes it on as it is', ''],
  ['cuts it off', '/ring'],
])('under a path of its own, behind a proxy that %s,', (_how, cut) => {
  let proxy: Awaited<ReturnType<typeof plainProxy>>
  let site: string
  beforeAll(async () => {
    proxy = await plainProxy(cut)
    site = `${proxy.url}/ring`
  })
  afterAll(() => {
    proxy.server.closeAllConnections()
    proxy.server.close()
  })

  it.each(['/', '/leaderboard', '/battle/some'])(
    'the page %s asks for nothing outside of it',
    async (path) => {
      const html = await (await fetch(`${site}${path}`)).text()
      const [, base = ''] = /<base href="([^"]+)"/.exec(html) ?? []
      expect(base).toMatch(/^\/ring\//)
      const asked = [...html.matchAll(/(?:src|href)="([^"#]+)"/g)].map(
        ([, address = '']) => new URL(address, new URL(base, proxy.url)),
      )
      const files = asked.filter(({ pathname }) => /\.\w+$/.test(pathname))
      expect(files.length).toBeGreaterThan(1)
      for (const { pathname } of asked) expect(pathname).toMatch(/^\/ring\//)
      for (const file of files) {
        const response = await fetch(file)
        expect([file.pathname, response.status]).toEqual([file.pathname, 200])
        expect(response.headers.get('content-type')).not.toMatch(/html/)
        await response.arrayBuffer()
      }
    },
  )

  it('the HTTP interface answers', async () => {
    const response = await fetch(`${site}/api/site`)
    expect(await response.json()).toMatchObject({ demo: true })
    expect((await fetch(`${site}/health/ready`)).status).toBe(200)
    expect((await fetch(`${site}/api/conversations`, { headers: { cookie } })).status).toBe(200)
  })

  it('a picture arrives and comes back', async () => {
    const sent = await post({ url: site, cookie }, await aPicture(RED))
    expect(sent.status).toBe(201)
    const { id } = (await sent.json()) as { id: string }
    const response = await fetch(`${site}/api/images/${id}`, { headers: { cookie } })
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png'])
    await response.arrayBuffer()
  })
})
