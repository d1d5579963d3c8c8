import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import WebSocket from 'ws'
import { CLIENT_EVENTS, type ClientEvent } from '#shared/protocol/index'
import type { Ack } from '#shared/protocol/common'
import { EVENT_RULES } from '../../support/authorization/event-rules.js'
import { holds } from '../../support/holds.js'
import { RingsideProcess } from '../../support/ringside-process.js'
import { TestPerson } from '../../support/test-person.js'

const EVENTS = Number(process.env.FUZZ_EVENTS ?? 500)
/** Messages that are on their way together. */
const AT_ONCE = 50
const PACKETS = Math.ceil(EVENTS / 10)

let dataDir: string
let server: RingsideProcess
let url: string
let person: TestPerson
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'ringside-wire-'))
  server = RingsideProcess.run([], { PORT: '0', DATA_DIR: dataDir, DEMO: 'on', LIMITS: 'off' })
  url = await server.opened()
  person = await TestPerson.arrive(url)
})
afterAll(async () => {
  person.leave()
  await server.kill('SIGKILL')
  rmSync(dataDir, { recursive: true })
})

/** It lives, serves, and met nothing that it had not foreseen. */
async function isWell(): Promise<void> {
  expect(server.child.exitCode).toBeNull()
  expect((await fetch(`${url}/health/ready`)).status).toBe(200)
  const { conversationId } = await person.does('conversation:start', { mode: 'battle', text: 'Q' })
  await person.does('conversation:join', { conversationId })
  expect(server.stdout + server.stderr).not.toMatch(/unhandled|TypeError|RangeError|uncaught/i)
}

/** A payload that is right, but for some of its fields; or anything at all. */
const payloadOf = (event: string): fc.Arbitrary<unknown> => {
  const rule = Object.hasOwn(EVENT_RULES, event) && EVENT_RULES[event as ClientEvent]
  const anything = fc.anything({ maxDepth: 2, withNullPrototype: false })
  if (!rule) return anything
  const right = rule.payload('AAAAAAAAAAAAAAAAAAAAAA')
  const field = fc.oneof(fc.constantFrom(...Object.keys(right), 'extra', '__proto__'), fc.string())
  const wrong = fc.array(fc.tuple(field, anything), { maxLength: 3 })
  return fc.oneof(
    wrong.map((fields) => ({ ...right, ...Object.fromEntries(fields) })),
    anything,
  )
}
const message = fc
  .oneof(
    { arbitrary: fc.constantFrom(...Object.keys(CLIENT_EVENTS)), weight: 9 },
    { arbitrary: fc.constantFrom('connect', 'disconnect_', 'error_', 'constructor'), weight: 1 },
    { arbitrary: fc.string({ minLength: 1 }), weight: 1 },
  )
  // Socket.IO's own, which its client does not let out.
  .filter((event) => !['connect', 'disconnect', 'disconnecting', 'connect_error'].includes(event))
  .chain((event) => fc.tuple(fc.constant(event), payloadOf(event)))

it(
  `${EVENTS} messages of chance are all answered, and nothing else happens`,
  async () => {
    const outcomes = { taken: 0, refused: 0 }
    const send = async ([event, payload]: [string, unknown]) => {
      const sent = JSON.stringify(payload) === undefined ? null : payload
      const emit = person.socket.timeout(30_000) as { emitWithAck: Emit }
      const reply = (await emit.emitWithAck(event, withoutBigInt(sent))) as Ack<unknown>
      outcomes[reply.ok ? 'taken' : 'refused'] += 1
      if (!reply.ok) expect(reply.error.code).not.toBe('internal')
    }
    const together = fc.array(message, { minLength: AT_ONCE, maxLength: AT_ONCE })
    await holds(
      'messages-of-chance',
      fc.asyncProperty(together, async (messages) => void (await Promise.all(messages.map(send)))),
      { runs: EVENTS / AT_ONCE, shrink: false, moreAtNight: false },
    )
    expect(outcomes.refused).toBeGreaterThan(EVENTS / 2)
    await isWell()
    console.info(
      `${EVENTS} messages: ${outcomes.taken} taken, ${outcomes.refused} refused, none unanswered`,
    )
  },
  60_000 + EVENTS * 50,
)

type Emit = (event: string, payload: unknown) => Promise<unknown>

const withoutBigInt = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_key, held: unknown) =>
      typeof held === 'bigint' ? String(held) : held,
    ) ?? 'null',
  )

/** Packets of Engine.IO and Socket.IO: right, wounded, or noise. */
const packet = fc.oneof(
  fc.constantFrom(
    ...['40', '41', '42', '42[]', '42["x"', '420[1]', '4299999999999["x"]', '42{"a":1}', '42"x"'],
    ...[
      '44',
      '43[]',
      '451-["x",{"_placeholder":true,"num":0}]',
      '45999999-["x"]',
      '45-["x"]',
      '46',
    ],
    ...['0', '1', '2', '2probe', '3', '5', '6', '9', '', '40/admin,', '42/none,["x"]', '\u0000'],
    ...['42["__proto__",{}]', '42["constructor"]', '42["toString",1]', '42[{}]', '42[null,1]'],
  ),
  fc.string({ maxLength: 40 }).map((text) => `42${text}`),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
)

it(
  `${PACKETS} raw packets end at most their own connection`,
  async () => {
    const path = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
    let closed = 0
    const endsAtMostItsOwn = async (each: string | Buffer) => {
      const socket = new WebSocket(path, { headers: { cookie: person.cookie } })
      const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()))
      socket.on('error', () => undefined)
      await new Promise<void>((resolve) => socket.once('open', () => resolve()))
      const hears = (beginning: string) =>
        new Promise<'heard'>((resolve) => {
          socket.on('message', (data) => String(data).startsWith(beginning) && resolve('heard'))
        })
      const admitted = hears('40{')
      socket.send('40')
      await admitted
      socket.send(each)
      // Answered by who still listens; who was shown out is gone.
      const answered = hears('4377[')
      socket.send('4277["leaderboard:unwatch",{}]')
      if ((await Promise.race([answered, ended])) !== 'heard') closed += 1
      socket.terminate()
      await ended
    }
    await holds('raw-packets', fc.asyncProperty(packet, endsAtMostItsOwn), {
      runs: PACKETS,
      shrink: false,
      moreAtNight: false,
    })
    expect(closed).toBeGreaterThan(0)
    expect(closed).toBeLessThan(PACKETS)
    await isWell()
    console.info(`${PACKETS} raw packets: ${closed} connections closed, the process lives`)
  },
  60_000 + PACKETS * 100,
)
