import { randomUUID } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import { describe, expect, it } from 'vitest'
import type { WireError } from '#shared/protocol/common'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

/** A proxy in front of the arena would add the address; here each visitor is one behind such a proxy. */
const BEHIND = { TRUSTED_PROXIES: 'loopback' }
const OFFICE = '203.0.113.9'
const ELSEWHERE = '198.51.100.1'

async function session(arena: TestArena, address: string): Promise<string | undefined> {
  const headers = { 'x-forwarded-for': address }
  const { headers: answer } = await fetch(`${arena.url}/api/site`, { headers })
  return answer.getSetCookie()[0]?.split(';')[0]
}

/** Resolves with an open socket, or with what the handshake was refused with. */
async function connect(arena: TestArena, cookie: string, address: string) {
  const socket = io(arena.url, {
    extraHeaders: { cookie, 'x-forwarded-for': address },
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
  })
  const refusal = await new Promise<WireError | undefined>((resolve) => {
    socket.once('connect', () => resolve(undefined))
    socket.once('connect_error', (error) => {
      resolve(
        (error as Error & { data?: WireError }).data ?? {
          code: 'internal',
          message: error.message,
        },
      )
    })
  })
  return { socket, refusal }
}

const start = (socket: Socket) =>
  socket.timeout(20_000).emitWithAck('conversation:start', {
    commandId: randomUUID(),
    mode: 'battle',
    text: 'Q',
  }) as Promise<{ ok: boolean; error?: WireError }>

async function visitors(arena: TestArena, count: number, address: string): Promise<Socket[]> {
  const sockets: Socket[] = []
  for (let each = 0; each < count; each += 1) {
    const { socket, refusal } = await connect(arena, (await session(arena, address))!, address)
    if (refusal) throw new Error(refusal.message)
    sockets.push(socket)
  }
  return sockets
}

const leave = async (arena: TestArena, sockets: readonly Socket[]) => {
  sockets.forEach((socket) => socket.disconnect())
  await arena.close()
}

describe('one address with many sessions', () => {
  it('sends only so many prompts together, and people elsewhere go on', async () => {
    const env = { ...BEHIND, LIMITS: 'public', PROMPTS_PER_MINUTE_PER_ADDRESS: '3' }
    const arena = await startArena({ env })
    const office = await visitors(arena, 5, OFFICE)
    const [other] = await visitors(arena, 1, ELSEWHERE)
    const replies = await Promise.all(office.map(start))
    expect(replies.filter(({ ok }) => ok)).toHaveLength(3)
    expect(replies.find(({ ok }) => !ok)?.error).toMatchObject({
      code: 'rate_limited',
      limit: { of: 'prompts', per: 'address' },
      retryAfterMs: expect.any(Number) as number,
    })
    expect((await start(other!)).ok).toBe(true)
    await leave(arena, [...office, other!])
  })

  it('sends only so many messages together, and makes only so many requests', async () => {
    const env = {
      ...{ ...BEHIND, LIMITS: 'public' },
      EVENTS_PER_MINUTE_PER_ADDRESS: '4',
      REQUESTS_PER_MINUTE: '3',
      REQUESTS_PER_MINUTE_PER_ADDRESS: '8',
    }
    const arena = await startArena({ env })
    const office = await visitors(arena, 2, OFFICE)
    const watch = (socket: Socket) =>
      socket.timeout(20_000).emitWithAck('leaderboard:watch', {}) as Promise<{ error?: WireError }>
    const replies = []
    for (const socket of [...office, ...office, ...office]) replies.push(await watch(socket))
    expect(replies.map(({ error }) => error?.limit)).toEqual([
      ...[undefined, undefined, undefined, undefined],
      { of: 'events', per: 'address' },
      { of: 'events', per: 'address' },
    ])

    const at = async (address: string, path: string, cookie = '', method = 'GET') => {
      const headers = { 'x-forwarded-for': address, cookie }
      const answer = await fetch(`${arena.url}${path}`, { method, headers })
      const { error } = (await answer.json().catch(() => ({}))) as { error?: WireError }
      return [answer.status, error?.limit?.per]
    }
    // Two were for the sessions of the office.
    const cookie = (await session(arena, ELSEWHERE))!
    expect(await at(ELSEWHERE, '/api/conversations', cookie)).toEqual([200, undefined])
    expect(await at(ELSEWHERE, '/api/leaderboard', cookie)).toEqual([200, undefined])
    expect(await at(ELSEWHERE, '/api/conversations/x', cookie, 'DELETE')).toEqual([404, undefined])
    expect(await at(ELSEWHERE, '/api/conversations/x', cookie, 'DELETE')).toEqual([429, 'session'])
    expect((await fetch(`${arena.url}/leaderboard`, { headers: { cookie } })).status).toBe(200)
    const statuses = []
    for (let each = 0; each < 8; each += 1) statuses.push(await at(OFFICE, '/api/site'))
    expect(statuses.filter(([status]) => status === 200)).toHaveLength(6)
    expect(statuses.at(-1)).toEqual([429, 'address'])
    expect(await at(OFFICE, '/api/admin/votes')).toEqual([404, undefined])
    await leave(arena, office)
  })

  it('has only so many pages open, and a place is free when one is closed', async () => {
    const arena = await startArena({
      env: { ...BEHIND, LIMITS: 'public', SOCKETS_PER_ADDRESS: '2' },
    })
    const [first, second] = await visitors(arena, 2, OFFICE)
    const cookie = (await session(arena, OFFICE))!
    const third = await connect(arena, cookie, OFFICE)
    expect(third.refusal).toMatchObject({
      code: 'rate_limited',
      limit: { of: 'sockets', per: 'address' },
    })
    third.socket.disconnect()
    first!.disconnect()
    await expect
      .poll(async () => {
        const { socket, refusal } = await connect(arena, cookie, OFFICE)
        socket.disconnect()
        return refusal
      })
      .toBeUndefined()
    await leave(arena, [second!])
  })

  it('begins only so many sessions, reads on without one, and is told so at the socket', async () => {
    const env = { ...BEHIND, LIMITS: 'public', SESSIONS_PER_HOUR_PER_ADDRESS: '2' }
    const arena = await startArena({ env })
    const cookies = [1, 2, 3].map(() => session(arena, OFFICE))
    expect((await Promise.all(cookies)).map((cookie) => cookie !== undefined)).toEqual([
      true,
      true,
      false,
    ])
    const board = await fetch(`${arena.url}/api/leaderboard`, {
      headers: { 'x-forwarded-for': OFFICE },
    })
    expect(board.status).toBe(200)
    const { socket, refusal } = await connect(arena, '', OFFICE)
    expect(refusal).toMatchObject({ limit: { of: 'sessions', per: 'address' } })
    expect((await connect(arena, '', ELSEWHERE)).refusal?.message).toBe('session_required')
    expect(await session(arena, ELSEWHERE)).toBeDefined()
    await leave(arena, [socket])
  })

  it('uploads only so many pictures together', async () => {
    const env = { ...BEHIND, LIMITS: 'public', IMAGES_PER_DAY_PER_ADDRESS: '1' }
    const arena = await startArena({ env })
    const upload = async (address: string) => {
      const cookie = (await session(arena, address))!
      const headers = { cookie, 'x-forwarded-for': address }
      return fetch(`${arena.url}/api/images`, { method: 'POST', headers })
    }
    // Without a file, which is asked for after the limit.
    expect((await upload(OFFICE)).status).toBe(400)
    const refused = await upload(OFFICE)
    expect(refused.status).toBe(429)
    expect(await refused.json()).toMatchObject({
      error: { limit: { of: 'uploads', per: 'address' } },
    })
    expect((await upload(ELSEWHERE)).status).toBe(400)
    await arena.close()
  })

  it('is no more than its address: what it puts into headers says nothing', async () => {
    const arena = await startArena({ env: { LIMITS: 'public', PROMPTS_PER_MINUTE: '1' } })
    const cookie = (await session(arena, OFFICE))!
    const { socket } = await connect(arena, cookie, '192.0.2.1')
    const again = await connect(arena, cookie, '192.0.2.2')
    expect((await start(socket)).ok).toBe(true)
    expect((await start(again.socket)).error?.limit).toEqual({ of: 'prompts', per: 'session' })
    await leave(arena, [socket, again.socket])
  })
})

it('one session has only so many pages open', async () => {
  const arena = await startArena({ env: { LIMITS: 'public', SOCKETS_PER_SESSION: '3' } })
  const cookie = (await session(arena, OFFICE))!
  const tabs = await Promise.all([1, 2, 3, 4].map(() => connect(arena, cookie, OFFICE)))
  const refusals = tabs.flatMap(({ refusal }) => refusal ?? [])
  expect(refusals.map(({ limit }) => limit)).toEqual([{ of: 'sockets', per: 'session' }])
  expect(refusals[0]?.retryAfterMs).toBeGreaterThan(0)
  await leave(
    arena,
    tabs.map(({ socket }) => socket),
  )
})

it('one session opens, votes and says only so much in a minute', async () => {
  const env = {
    LIMITS: 'public',
    JOINS_PER_MINUTE: '1',
    VOTES_PER_MINUTE: '1',
    EVENTS_PER_MINUTE: '6',
  }
  const arena = await startArena({ env })
  const person = await TestPerson.arrive(arena.url)
  const join = { conversationId: 'none' }
  const vote = () => ({ ...join, commandId: randomUUID(), turn: 1, choice: 'a' as const })
  const limitOf = (reply: { ok: boolean; error?: WireError }) => reply.error?.limit?.of
  expect(limitOf(await person.ask('conversation:join', join))).toBeUndefined()
  expect(limitOf(await person.ask('conversation:join', join))).toBe('joins')
  expect((await person.fetch('/api/conversations/none')).status).toBe(429)
  expect(limitOf(await person.ask('vote:cast', vote()))).toBeUndefined()
  expect(limitOf(await person.ask('vote:cast', vote()))).toBe('votes')
  await person.ask('conversation:leave', join)
  await person.ask('conversation:leave', join)
  expect(limitOf(await person.ask('conversation:leave', join))).toBe('events')
  person.leave()
  await arena.close()
})

it('forty voters of a team behind one address are not limited by it', async () => {
  const arena = await startArena({ env: { ...BEHIND, LIMITS: 'team' } })
  const team = await visitors(arena, 40, OFFICE)
  const replies = await Promise.all(team.flatMap((socket) => [1, 2, 3, 4].map(() => start(socket))))
  expect(replies.filter(({ ok }) => !ok)).toEqual([])
  await leave(arena, team)
})

it('a flood of one session is refused message by message, and its neighbour is heard', async () => {
  const arena = await startArena({ env: { LIMITS: 'public', EVENTS_PER_MINUTE: '100' } })
  const [flood, neighbour] = [
    await TestPerson.arrive(arena.url),
    await TestPerson.arrive(arena.url),
  ]
  // A hundred at a time: whoever does not read a thousand answers is cut off for that.
  const round = () =>
    Promise.all(Array.from({ length: 100 }, () => flood.ask('leaderboard:unwatch', {})))
  const flooding = (async () => {
    const replies = []
    for (let times = 0; times < 10; times += 1) replies.push(...(await round()))
    return replies
  })()
  const started = await neighbour.does('conversation:start', { mode: 'battle', text: 'Q' })
  const replies = await flooding
  expect(replies.filter(({ ok }) => ok)).toHaveLength(100)
  const { conversationId } = started
  await neighbour.hears('turn:done', (frame) => frame.conversationId === conversationId)
  flood.leave()
  neighbour.leave()
  await arena.close()
})
