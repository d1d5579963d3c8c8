import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CLIENT_EVENTS } from '#shared/protocol/index'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

describe('the door', () => {
  let arena: TestArena
  let person: TestPerson

  beforeAll(async () => {
    arena = await startArena({
      env: { ADMIN_TOKEN: 'a'.repeat(32), ALLOWED_ORIGINS: 'https://ok.example' },
    })
    person = await TestPerson.arrive(arena.url)
  })
  afterAll(async () => {
    person.leave()
    await arena.close()
  })

  const connect = (headers: Record<string, string>, transport: 'websocket' | 'polling') =>
    new Promise<string>((resolve) => {
      const socket = io(arena.url, {
        extraHeaders: headers,
        transports: [transport],
        reconnection: false,
        forceNew: true,
      })
      const end = (outcome: string) => {
        socket.disconnect()
        resolve(outcome)
      }
      socket.once('connect', () => end('connected'))
      socket.once('connect_error', (error) => end(`refused: ${error.message}`))
    })

  describe.each(['websocket', 'polling'] as const)('by %s', (transport) => {
    it('refuses a foreign origin even with a valid session', async () => {
      const outcome = await connect(
        { cookie: person.cookie, origin: 'https://evil.example' },
        transport,
      )
      expect(outcome).toMatch(/^refused/)
    })
    it('lets the own origin in, an allowed one, and a client that is no browser', async () => {
      const cookie = person.cookie
      expect(await connect({ cookie, origin: arena.url }, transport)).toBe('connected')
      expect(await connect({ cookie, origin: 'https://ok.example' }, transport)).toBe('connected')
      expect(await connect({ cookie }, transport)).toBe('connected')
    })
    it('asks for a session, and takes no forged one', async () => {
      const forged = person.cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
      expect(await connect({}, transport)).toBe('refused: session_required')
      expect(await connect({ cookie: forged }, transport)).toBe('refused: session_required')
    })
  })

  it('answers a foreign upgrade without a websocket', async () => {
    const status = await new Promise<number | undefined>((resolve) => {
      const upgrade = request(`${arena.url}/socket.io/?EIO=4&transport=websocket`, {
        headers: {
          connection: 'Upgrade',
          upgrade: 'websocket',
          'sec-websocket-version': '13',
          'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
          origin: 'https://evil.example',
        },
      })
      upgrade.on('response', (response) => resolve(response.statusCode))
      upgrade.on('upgrade', () => resolve(101))
      upgrade.end()
    })
    expect(status).toBeGreaterThanOrEqual(400)
  })

  it('keeps foreign pages from changing anything over HTTP', async () => {
    const change = (headers: Record<string, string>) =>
      person.fetch('/api/conversations/x', { method: 'DELETE', headers })
    expect((await change({ origin: 'https://evil.example' })).status).toBe(403)
    expect((await change({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await change({ origin: arena.url })).status).toBe(404)
    expect((await change({})).status).toBe(404)
  })

  it('acknowledges every event, known or not, however wrong its payload', async () => {
    const wrong: unknown[] = [
      undefined,
      null,
      7,
      'text',
      [],
      { nothing: true },
      { __proto__: null },
    ]
    for (const event of Object.keys(CLIENT_EVENTS).filter(
      (name) => !name.startsWith('leaderboard'),
    )) {
      for (const payload of wrong) {
        const reply: unknown = await person.socket.timeout(5_000).emitWithAck(event, payload)
        expect(reply).toMatchObject({ ok: false, error: { code: 'invalid_payload' } })
      }
    }
    for (const event of ['toString', 'no:such', '__proto__', 'disconnecting!']) {
      const reply: unknown = await person.socket.timeout(5_000).emitWithAck(event, {})
      expect(reply).toMatchObject({ ok: false, error: { code: 'unknown_event' } })
    }
  })

  it('takes no NUL character, which Postgres could not store', async () => {
    const start = { commandId: randomUUID(), mode: 'battle' as const, text: 'a\0b' }
    expect(await person.ask('conversation:start', start)).toMatchObject({
      error: { code: 'invalid_payload' },
    })
  })

  it('takes the words for a NUL character for words', async () => {
    const text = 'What does "\\u0000" mean in JSON?'
    expect(await person.does('conversation:start', { mode: 'battle', text })).toMatchObject({
      turn: 1,
    })
  })

  it('names an unknown key', async () => {
    const start = { commandId: randomUUID(), mode: 'battle', text: 'x', surprise: 1 }
    const reply: unknown = await person.socket
      .timeout(5_000)
      .emitWithAck('conversation:start', start)
    expect(JSON.stringify(reply)).toContain('surprise')
  })

  it('takes 30,000 Chinese characters in one frame, and refuses one more with both numbers', async () => {
    const text = '汉'.repeat(30_000)
    const started = await person.does('conversation:start', { mode: 'battle', text })
    expect(started.turn).toBe(1)
    const longer = { commandId: randomUUID(), mode: 'battle' as const, text: `${text}字` }
    const reply = await person.ask('conversation:start', longer)
    expect(reply).toMatchObject({ ok: false, error: { code: 'text_too_long' } })
    expect(JSON.stringify(reply)).toMatch(/30001.*30000/)
  })

  it('gives the session by a cookie that no script can read', async () => {
    const response = await fetch(`${arena.url}/`)
    expect(response.headers.get('set-cookie')).toMatch(/^ringside_session=.*HttpOnly/)
  })

  it('lets no shared cache keep anybody’s session or words', async () => {
    const page = await fetch(`${arena.url}/`)
    expect(page.headers.get('cache-control')).toBe('private, no-cache')
    const api = await fetch(`${arena.url}/api/conversations`)
    expect(api.headers.get('cache-control')).toBe('no-store')
  })

  it('opens the admin side with its token only', async () => {
    const reload = (headers: Record<string, string>) =>
      fetch(`${arena.url}/api/admin/reload`, { method: 'POST', headers })
    expect((await reload({})).status).toBe(401)
    expect((await reload({ authorization: `Bearer ${'b'.repeat(32)}` })).status).toBe(401)
    expect((await reload({ authorization: `Bearer ${'a'.repeat(32)}` })).status).toBe(200)
    expect((await fetch(`${arena.url}/metrics`)).status).toBe(401)
  })

  it('answers every failed request in one form', async () => {
    const response = await person.fetch('/api/no-such-thing')
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ error: { code: 'not_found' } })
    const broken = await person.fetch('/api/conversations/x', { method: 'PATCH', body: '{"broken' })
    expect(broken.status).toBe(400)
    expect(await broken.json()).toMatchObject({ error: { code: 'invalid_payload' } })
  })

  it.each([
    ['/', 200],
    ['/leaderboard/snapshots/abc', 200],
    ['/admin', 200],
    ['/About/', 200],
    ['/c/some-conversation', 200],
    ['/wp-login.php', 404],
    ['/c/', 404],
    ['/leaderboard/no/such', 404],
  ])('serves the page of %s with %i', async (path, status) => {
    const response = await fetch(`${arena.url}${path}`)
    expect(response.status).toBe(status)
    expect(await response.text()).toContain('<base href="/">')
  })

  it('serves pages under a policy that allows no foreign or inline script', async () => {
    const policy = (await fetch(`${arena.url}/leaderboard`)).headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("img-src 'self' blob:;")
  })
})
