import { randomUUID } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ack } from '#shared/protocol/common'
import { CLIENT_EVENTS, type ClientEvent } from '#shared/protocol/index'
import { EVENT_RULES } from '../../support/authorization/event-rules.js'
import { ROLES, type Role } from '../../support/authorization/roles.js'
import { ROUTE_RULES } from '../../support/authorization/route-rules.js'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../../support/models.js'
import { aPicture, BLUE } from '../../support/pictures.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'
import { upload } from './pictures.js'

// Every event of the protocol and every route of the running server, for everybody who could ask.

const TOKEN = 'the-token-of-the-operator-0123456789'
const NOWHERE = 'AAAAAAAAAAAAAAAAAAAAAA'

let upstream: FakeUpstream
let arena: TestArena
let people: Record<Role, TestPerson>
/** A socket that shows the token wherever a token could be shown. */
let adminSocket: Socket

beforeAll(async () => {
  upstream = await startFakeUpstream()
  const models = Object.fromEntries(
    Object.entries(twoModels(upstream.url)).map(([name, model]) => [
      name,
      { ...model, 'vision-arena': true },
    ]),
  )
  arena = await startArena({ models, env: { ADMIN_TOKEN: TOKEN } })
  const arrived = await Promise.all(ROLES.map(() => TestPerson.arrive(arena.url)))
  people = Object.fromEntries(ROLES.map((role, at) => [role, arrived[at]])) as typeof people
  adminSocket = io(arena.url, {
    extraHeaders: { cookie: people.admin.cookie, authorization: `Bearer ${TOKEN}` },
    auth: { token: TOKEN, authorization: `Bearer ${TOKEN}` },
    transports: ['websocket'],
  })
  await new Promise<void>((resolve) => adminSocket.once('connect', resolve))
})
afterAll(async () => {
  adminSocket.disconnect()
  for (const role of ROLES) people[role].leave()
  await arena.close()
  await upstream.close()
})

/** A finished battle with a picture, that a juror and a reader have come into by their links. */
async function sharedBattle(): Promise<{ conversationId: string; picture: string }> {
  const { owner, juror, reader } = people
  const picture = (await upload(owner, await aPicture(BLUE))).id
  const { conversationId } = await owner.does('conversation:start', {
    mode: 'battle',
    text: 'Q',
    imageIds: [picture],
  })
  await owner.hears('turn:done', (frame) => frame.conversationId === conversationId)
  for (const [kind, visitor] of [
    ['challenge', juror],
    ['read', reader],
  ] as const) {
    const { key } = await owner.does('conversation:share', { conversationId, kind })
    await visitor.does('conversation:join', { conversationId, key })
  }
  return { conversationId, picture }
}

describe('an event', () => {
  const emit = (role: Role, event: ClientEvent, payload: unknown) =>
    (role === 'admin' ? adminSocket : people[role].socket)
      .timeout(20_000)
      .emitWithAck(event, payload) as Promise<Ack<unknown>>

  it('reaches the arena from nobody without a session', async () => {
    const socket = io(arena.url, { transports: ['websocket'], reconnection: false })
    const refusal = await new Promise<Error>((resolve, reject) => {
      socket.once('connect_error', resolve)
      socket.once('connect', () => reject(new Error('let in')))
    })
    expect(refusal.message).toBe('session_required')
  })

  it.each(Object.keys(CLIENT_EVENTS) as ClientEvent[])('%s', async (event) => {
    const rule = EVENT_RULES[event]
    if (!rule) throw new Error(`${event} has no rule: say in event-rules.ts who may send it`)
    const { conversationId } = await sharedBattle()
    if (rule.voted) {
      for (const voter of [people.juror, people.owner]) {
        await voter.does('vote:cast', { conversationId, turn: 1, choice: 'b' })
      }
    }
    const ofNothing = await emit('stranger', event, rule.payload(NOWHERE))
    for (const role of ROLES) {
      const reply = await emit(role, event, rule.payload(conversationId))
      const told = reply.ok ? 'ok' : reply.error.code
      expect([role, told]).toEqual([
        role,
        rule.may.includes(role) ? (rule.told ?? 'ok') : 'not_found',
      ])
      // Who is not in it cannot even tell that it is there.
      if (told === 'not_found' && (role === 'stranger' || role === 'admin')) {
        expect(reply).toEqual(ofNothing)
      }
    }
  })
})

describe('a route', () => {
  const ANONYMOUS = 'anonymous'
  type Asker = Role | typeof ANONYMOUS
  const ASKERS: readonly Asker[] = [ANONYMOUS, ...ROLES]

  function ask(asker: Asker, method: string, path: string, body: object = {}, token?: string) {
    const bearer = token ?? (asker === 'admin' ? TOKEN : undefined)
    return fetch(`${arena.url}${path}`, {
      method,
      headers: {
        ...(asker !== ANONYMOUS && { cookie: people[asker].cookie }),
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
        ...(method !== 'GET' && { 'content-type': 'application/json' }),
      },
      ...(method !== 'GET' && { body: JSON.stringify(body) }),
    })
  }

  it('without a rule does not exist', () => {
    const routes = routesOf(arena).filter((route) => !/^GET \/api\/docs/.test(route))
    expect(routes.length).toBeGreaterThan(40)
    expect(routes.sort()).toEqual(Object.keys(ROUTE_RULES).sort())
  })

  it.each(Object.keys(ROUTE_RULES).filter((route) => ROUTE_RULES[route]?.kind === 'admin'))(
    '%s opens by the token alone',
    async (route) => {
      const [method, path] = split(route)
      for (const asker of ASKERS) {
        const { status } = await ask(asker, method, path(NOWHERE))
        if (asker === 'admin') expect([401, 403, 429]).not.toContain(status)
        else expect([asker, status]).toEqual([asker, 401])
      }
    },
  )

  it('of the operator does not open by a token that is longer, shorter or almost right', async () => {
    for (const wrong of [`${TOKEN}x`, TOKEN.slice(0, -1), TOKEN.replace(/9$/, '8'), '']) {
      const { status } = await ask('admin', 'GET', '/api/admin/overview', {}, wrong)
      expect([wrong, status]).toEqual([wrong, 401])
    }
  })

  it.each(Object.keys(ROUTE_RULES).filter((route) => ROUTE_RULES[route]?.kind === 'all'))(
    '%s is the same for everybody',
    async (route) => {
      const [method, path] = split(route)
      const statuses = await Promise.all(
        ASKERS.map(async (asker) => (await ask(asker, method, path(NOWHERE))).status),
      )
      expect(new Set(statuses).size).toBe(1)
      expect([401, 403]).not.toContain(statuses[0])
    },
  )

  for (const [route, rule] of Object.entries(ROUTE_RULES)) {
    if (rule.kind !== 'of') continue
    it(`${route} is there for ${rule.may.join(', ')} alone`, async () => {
      const [method, path] = split(route)
      const { conversationId, picture } = await sharedBattle()
      const id = route.includes('images') ? picture : conversationId
      const ofNothing = await ask('stranger', method, path(NOWHERE), rule.body)
      const nothing = await ofNothing.text()
      for (const asker of ASKERS) {
        const response = await ask(asker, method, path(id), rule.body)
        const may = asker !== ANONYMOUS && rule.may.includes(asker)
        expect([asker, response.ok]).toEqual([asker, may])
        if (may) continue
        expect([response.status, await response.text()]).toEqual([404, nothing])
      }
    })
  }

  it('about oneself tells of nobody else', async () => {
    const { conversationId } = await sharedBattle()
    for (const asker of ASKERS) {
      const list = await (await ask(asker, 'GET', '/api/conversations')).text()
      const all = await (await ask(asker, 'GET', '/api/me/export')).text()
      // Nobody has a vote on the board here.
      const effect = await ask(
        asker,
        'GET',
        `/api/leaderboard/effect?conversation=${conversationId}`,
      )
      expect([asker, effect.status]).toEqual([asker, 404])
      expect([asker, all.includes(conversationId)]).toEqual([asker, list.includes(conversationId)])
      const isIn = asker === 'owner' || asker === 'juror' || asker === 'reader'
      expect([asker, list.includes(conversationId) && !isIn]).toEqual([asker, false])
    }
    const picture = (await upload(people.owner, await aPicture(BLUE))).id
    for (const asker of ASKERS) {
      const { status } = await ask(asker, 'GET', `/api/images/${picture}`)
      expect([asker, status]).toEqual([asker, asker === 'owner' ? 200 : 404])
    }
    // Who erases everything of theirs erases nothing of anybody else.
    for (const asker of [ANONYMOUS, 'stranger'] as const) {
      expect((await ask(asker, 'DELETE', '/api/me')).ok).toBe(true)
    }
    expect((await ask('owner', 'GET', `/api/conversations/${conversationId}`)).status).toBe(200)
    const command = { commandId: randomUUID(), mode: 'battle' as const, text: 'Q' }
    const stolen = await people.stranger.ask('conversation:start', {
      ...command,
      imageIds: [picture],
    })
    expect(stolen).toMatchObject({ ok: false, error: { code: 'image_missing' } })
  })
})

/** `GET /api/conversations/:id`, as Nest has given them to Express. */
function routesOf({ app }: TestArena): string[] {
  interface Layer {
    route?: { path: string; methods: Record<string, boolean> }
  }
  const { router } = app.getHttpAdapter().getInstance() as { router: { stack: Layer[] } }
  return router.stack.flatMap(({ route }) =>
    route
      ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`)
      : [],
  )
}

function split(route: string): [method: string, path: (id: string) => string] {
  const [method = '', path = ''] = route.split(' ')
  return [method, (id) => path.replace(/:\w+/, id)]
}
