import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Board } from '#shared/protocol/leaderboard'
import type { BlindPace } from '#shared/vocabulary'
import { leakOf } from '../../support/fake-upstream/faults.js'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import type { Call, Reply } from '../../support/fake-upstream/script.js'
import { fourModels } from '../../support/models.js'
import { RED, aPicture } from '../../support/pictures.js'
import { comeIn } from '../../support/room.js'
import { SeededRandom } from '../../support/seeded-random.js'
import { keepDrawable } from '../../support/model-health.js'
import { LogRecord } from '../../support/log-record.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'
import { WireRecord } from '../../support/wire/wire-record.js'
import { upload } from './pictures.js'

const BATTLES: Record<BlindPace, number> = { off: 240, paced: 180, strict: 80 }
const A_PERSON = 10
/** What an upstream that falls silent in the middle costs a battle. */
const STALL_MS = 1_500
/** For the frames of one battle, since hundreds share a processor. */
const PATIENCE_MS = 90_000
/** Where there are few of them, turns wait in line and are told of it. */
const PLACES: Record<BlindPace, string> = { off: '30', paced: '1000', strict: '1000' }
/** People who play at the same time: what waits by the clock waits together, what works takes turns. */
const AT_ONCE: Record<BlindPace, number> = { off: 2, paced: 4, strict: 4 }

async function inTurns<T>(limit: number, items: readonly T[], work: (item: T) => Promise<void>) {
  const waiting = [...items]
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: limit }, worker))
}

const message = 'canary-error-text of canary-model-o at canary-host, key sk-canary'
const headers = { 'x-request-id': 'canary-request', server: 'canary-host' }
const words = ['Light is ', 'a wave and ', 'a particle.']

/** What can happen to one side. */
const FAULTS = {
  none: { text: words, usage: { input: 3, output: 77 } },
  reasons: { text: words, reasoning: ['canary-thought'] },
  long: { text: words, finish: 'length' },
  named: { text: ['I am Claude, ', 'made by Anthropic.'] },
  empty: { text: [] },
  refused: { status: 401, message },
  rejected: { status: 400, message },
  missing: { status: 404, message },
  busy: { status: 429, message, headers: { ...headers, 'retry-after': '1' } },
  down: { status: 503, message, body: message },
  filtered: { text: words, finish: 'filter' },
  ended: { text: words, cut: { after: 2, by: 'fin' } },
  reset: { text: words, cut: { after: 1, by: 'reset' } },
  unheard: { instead: 'reset' },
  page: { instead: 'html', message },
  gateway: { status: 502, body: `<html><title>${message}</title></html>` },
  stalled: { text: words, cut: { after: 1, by: 'stall' } },
  faulty: { text: words, cut: { after: 2, by: 'error' }, message },
  garbage: { text: words, garbage: { after: 1, bytes: 'canary-garbage\0\n\n' } },
} satisfies Record<string, Reply>
type Fault = keyof typeof FAULTS
const KINDS = Object.keys(FAULTS) as Fault[]

const CANARIES = [
  'canary',
  'chatcmpl',
  'cmpl-1',
  'msg_1',
  'req_1',
  'usage',
  'tokens',
  'finishReason',
  'durationMs',
  'startedAt',
  'firstToken',
  'gemini',
  'mistral',
  'openai',
]

/** What not even the operator's log may say, at any level; the names of models it may. */
const SECRETS = [
  'sk-canary',
  'canary-error-text',
  'canary-host',
  'canary-garbage',
  'canary-request',
]

/** One of the two thirds of battles in which at least one side has a fault. */
function planOf(battle: number): Fault[] {
  const random = new SeededRandom(battle)
  return [random.pick(KINDS), random.next() < 0.5 ? 'none' : random.pick(KINDS)]
}

/**
 * The prompt tells which battle it is; half of the APIs get the one fault, half the other. Where an upstream has
 * words of its own, it says its caller's key, model and address too.
 */
function replyTo(call: Call): Reply {
  const said = JSON.stringify(call.body)
  if (call.wire === 'anthropic_message' && said.includes('base64')) {
    return { status: 400, message: leakOf(call, `canary-blind: no pictures. ${message}`), headers }
  }
  const battle = Number(/battle (\d+)/u.exec(said)?.[1])
  const second = call.wire === 'gemini' || call.wire === 'openai'
  const fault: Reply = FAULTS[planOf(battle)[second ? 1 : 0]!]
  const leak = fault.message && { message: leakOf(call, fault.message) }
  return { headers, chunkMs: 3, ...fault, ...leak }
}

/** Plays a battle to its end, looking at it in every way that there is, and touching some. */
async function play(
  person: TestPerson,
  record: WireRecord,
  battle: number,
  jurors: Map<string, Juror>,
): Promise<string> {
  const start = {
    commandId: randomUUID(),
    mode: 'battle' as const,
    text: `battle ${battle}: what is light?`,
    ...(battle % 9 === 4 && { imageIds: [(await upload(person, await aPicture(RED))).id] }),
  }
  const started = await record.ask(person, 'conversation:start', start)
  if (!started.ok) throw new Error(started.error.message)
  const { conversationId } = started.data
  const ends = (after = 0) =>
    person.hears(
      'turn:done',
      (frame) => frame.conversationId === conversationId && frame.seq > after,
      PATIENCE_MS,
    )
  const look = () => record.read(person, 'GET conversation', `/api/conversations/${conversationId}`)
  for (const id of start.imageIds ?? []) await record.look(person, `/api/images/${id}`)
  await record.ask(person, 'conversation:join', { conversationId })
  await look()
  if (battle % 11 === 6) jurors.set(conversationId, await aJuror(person, record, conversationId))
  if (battle % 7 === 2) {
    await record.ask(person, 'turn:stop', { commandId: randomUUID(), conversationId })
  }
  const { seq, votable } = await ends()
  if (battle % 3 === 0) await fromAnotherTab(person, record, conversationId)
  if (battle % 5 === 1 && !votable) {
    const retry = { commandId: randomUUID(), conversationId }
    if ((await record.ask(person, 'turn:retry', retry)).ok) await ends(seq)
  }
  const elsewhere = { commandId: randomUUID(), conversationId, turn: 9, choice: 'a' as const }
  await record.ask(person, 'vote:cast', elsewhere)
  await look()
  await record.read(person, 'GET history', '/api/conversations')
  const file = `/api/conversations/${conversationId}/export`
  await record.read(person, 'GET export', `${file}?format=json`)
  await record.look(person, `${file}?format=markdown`)
  return conversationId
}

/** Who came by a link while the answers were on their way, and votes after the owner. */
interface Juror {
  person: TestPerson
  look(): Promise<void>
  deaf(): void
}

/** Comes by the link of a challenge, loses its connection, and comes again. */
async function aJuror(
  owner: TestPerson,
  record: WireRecord,
  conversationId: string,
): Promise<Juror> {
  const shared = await record.ask(owner, 'conversation:share', {
    conversationId,
    kind: 'challenge',
  })
  if (!shared.ok) throw new Error(shared.error.message)
  const person = await comeIn({ owner, conversationId, key: shared.data.key })
  const deaf = record.listen(person)
  const back = new Promise<void>((resolve) => person.socket.once('connect', () => resolve()))
  person.socket.disconnect().connect()
  await back
  const look = async () => {
    await record.ask(person, 'conversation:join', { conversationId })
    await record.read(person, 'GET conversation', `/api/conversations/${conversationId}`)
  }
  await look()
  return { person, look, deaf }
}

async function fromAnotherTab(person: TestPerson, record: WireRecord, conversationId: string) {
  const tab = await person.again()
  const deaf = record.listen(tab)
  await record.ask(tab, 'conversation:join', { conversationId })
  deaf()
  tab.leave()
}

/** What should become of a vote, by what the voter saw and by what was played. */
function expected(statuses: readonly string[], texts: readonly string[]): string {
  const proper = statuses.every(
    (status, side) => ['done', 'stopped'].includes(status) && texts[side]!.trim() !== '',
  )
  if (!proper) return 'not_votable'
  if (texts.some((text) => text.includes('Claude'))) return 'identity_leaked'
  return statuses.includes('stopped') ? 'early_vote' : 'rated'
}

describe('500 battles in which things go wrong', () => {
  let upstream: FakeUpstream
  const arenas = new Map<BlindPace, TestArena>()
  const record = new WireRecord()
  const log = new LogRecord()
  const outcomes: Record<string, number> = {}

  beforeAll(async () => {
    upstream = await startFakeUpstream()
    upstream.script(replyTo)
    const models = Object.fromEntries(
      Object.entries(fourModels(upstream.url)).map(([name, entry], index) => [
        name,
        {
          ...entry,
          api_key: `sk-canary-${index}`,
          organization: 'Canary House',
          'vision-arena': true,
          timeouts: { stall_ms: STALL_MS },
        },
      ]),
    )
    for (const pace of Object.keys(BATTLES) as BlindPace[]) {
      const env = { BLIND_PACE: pace, VOTE_GRACE_MS: '0', PROVIDER_CONCURRENCY: PLACES[pace] }
      const arena = await startArena({ models, env })
      keepDrawable(arena)
      arena.app.useLogger(log)
      arenas.set(pace, arena)
    }
  })
  afterAll(async () => {
    for (const arena of arenas.values()) await arena.close()
    await upstream.close()
  })

  async function playMany(pace: BlindPace, first: number): Promise<void> {
    const person = await TestPerson.arrive(arenas.get(pace)!.url)
    const deaf = record.listen(person)
    const battles = Array.from({ length: A_PERSON }, (_, index) => first + index)
    const jurors = new Map<string, Juror>()
    const played = await Promise.all(battles.map((battle) => play(person, record, battle, jurors)))
    deaf()
    for (const conversationId of played) {
      const became = await vote(person, conversationId)
      const juror = jurors.get(conversationId)
      if (juror) await judge(juror, conversationId, became !== 'not_votable')
    }
    person.leave()
  }

  /** Another's vote, and its reveal, tell a juror that there was one, and nothing else. */
  async function judge({ person, look, deaf }: Juror, conversationId: string, voted: boolean) {
    if (voted) await person.hears('conversation:changed', (changed) => changed.voted === 1)
    await look()
    deaf()
    await vote(person, conversationId)
    person.leave()
  }

  async function votesOnBoards(): Promise<number> {
    const boards = [...arenas.values()].map(async ({ url }) => {
      const response = await fetch(`${url}/api/leaderboard`)
      return ((await response.json()) as Board).votes
    })
    return (await Promise.all(boards)).reduce((sum, votes) => sum + votes, 0)
  }

  async function vote(person: TestPerson, conversationId: string): Promise<string> {
    const { snapshot } = await person.does('conversation:join', { conversationId })
    const answers = Object.values(snapshot.turns[0]!.answers)
    const should = expected(
      answers.map(({ status }) => status),
      answers.map(({ text }) => text),
    )
    const commandId = randomUUID()
    const reply = await person.ask('vote:cast', { commandId, conversationId, turn: 1, choice: 'b' })
    const became = reply.ok
      ? (reply.data.vote.unratedReason ?? (reply.data.vote.rated ? 'rated' : 'unrated'))
      : reply.error.code
    outcomes[became] = (outcomes[became] ?? 0) + 1
    expect(became).toBe(should)
    expect(reply.ok && reply.data.reveal !== undefined).toBe(should !== 'not_votable')
    return became
  }

  it('tell no canary and no unlisted key before the vote, no secret to the log, and rate only what is sound', async () => {
    const paces = Object.entries(BATTLES) as [BlindPace, number][]
    const all = paces.map(([pace, count], index) => {
      const groups = Array.from({ length: count / A_PERSON }, (_, group) => group)
      return inTurns(AT_ONCE[pace], groups, (group) =>
        playMany(pace, 1 + index * 1000 + group * A_PERSON),
      )
    })
    await Promise.all(all)
    const { frames, replies, bodies } = record.counts
    console.info(
      `500 battles (${paces.map(([pace, n]) => `${n} ${pace}`).join(', ')}), ` +
        `${upstream.calls.length} requests to models: ${frames} frames, ${replies} replies, ${bodies} bodies with ` +
        `headers, ${record.find(CANARIES).length} canaries; votes: ${JSON.stringify(outcomes)}, ${await votesOnBoards()} on boards; ` +
        `${log.lines.length} lines of log with ${log.find(SECRETS).length} secrets`,
    )
    expect(await votesOnBoards()).toBe(outcomes.rated)
    expect(log.lines.length).toBeGreaterThan(100)
    expect(log.find([...SECRETS, upstream.url])).toEqual([])
    // After a colon: times and ids have such digits by chance.
    expect(record.find([...CANARIES, `:${new URL(upstream.url).port}`])).toEqual([])
    expect([...record.unexpected]).toEqual([])
    // Rooms, pictures and the line before a provider were among it.
    const special = ['turn:queued', 'conversation:changed', 'ack conversation:share']
    expect([...record.kinds]).toEqual(expect.arrayContaining(special))
    expect(upstream.calls.some(({ body }) => JSON.stringify(body).includes('base64'))).toBe(true)
    // Of each battle its own opening and end, and those of both sides.
    expect(frames).toBeGreaterThan(6 * 500)
    const kinds = ['identity_leaked', 'not_votable', 'rated']
    expect(Object.keys(outcomes)).toEqual(expect.arrayContaining(kinds))
  }, 240_000)
})
