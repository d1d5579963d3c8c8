import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { gate } from '../../support/gate.js'
import { twoModels } from '../../support/models.js'
import { percentile } from '../../support/percentile.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

const STARTS = 60
/** Both read and answer; a start draws and writes, too. */
const MOST_TO_A_JOIN = 4

let upstream: FakeUpstream
let arena: TestArena
let person: TestPerson
beforeAll(async () => {
  upstream = await startFakeUpstream()
  arena = await startArena({ models: twoModels(upstream.url) })
  person = await TestPerson.arrive(arena.url)
})
afterAll(async () => {
  person.leave()
  await arena.close()
  await upstream.close()
})

/** The same command up to five times, as a client sends it that hears no answer. */
const repeated = async (ask: () => Promise<unknown>, times: number) => {
  const replies = await Promise.all(Array.from({ length: times }, ask))
  expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
  return replies[0]
}

it('carries out each command once, however often it is sent', async () => {
  upstream.script(() => ({ text: ['Begun'], cut: { after: 1, by: 'stall' } }))
  for (let round = 1; round <= 5; round += 1) {
    const calls = upstream.calls.length
    const start = { commandId: randomUUID(), mode: 'battle' as const, text: 'Once' }
    const reply = await repeated(() => person.ask('conversation:start', start), round)
    const { conversationId } = (reply as { data: { conversationId: string } }).data
    const own = (frame: { conversationId: string }) => frame.conversationId === conversationId
    await person.hears('answer:delta', (frame) => own(frame) && frame.side === 'a')
    await person.hears('answer:delta', (frame) => own(frame) && frame.side === 'b')
    expect(upstream.calls.length - calls).toBe(2)

    const stop = { commandId: randomUUID(), conversationId }
    await repeated(() => person.ask('turn:stop', stop), round)
    await person.hears('turn:done', own)
    const vote = { commandId: randomUUID(), conversationId, turn: 1, choice: 'tie' as const }
    await repeated(() => person.ask('vote:cast', vote), round)
  }
})

it('acknowledges a start when it is stored, however long the models are silent', async () => {
  const rest = gate()
  upstream.script(() => ({ text: ['Late.'], hold: { after: 0, until: rest.opened } }))
  const times = { start: [] as number[], join: [] as number[] }
  const started: string[] = []
  const timed = async <T>(kind: 'start' | 'join', ask: () => Promise<T>) => {
    const begun = performance.now()
    const reply = await ask()
    times[kind].push(performance.now() - begun)
    return reply
  }
  // One after the other, so that both have the same of what the machine does beside.
  for (let round = 0; round < STARTS; round += 1) {
    const start = { mode: 'battle' as const, text: 'Now' }
    const { conversationId } = await timed('start', () => person.does('conversation:start', start))
    await timed('join', () => person.does('conversation:join', { conversationId }))
    started.push(conversationId)
  }
  const of = (share: number) => percentile(times.start, share) / percentile(times.join, share)
  console.info(
    `a start is acknowledged within ${percentile(times.start, 0.5).toFixed(1)} ms (median), ${percentile(times.start, 0.99).toFixed(1)} ms (p99): ${of(0.5).toFixed(2)} times what a join takes`,
  )
  expect(of(0.5)).toBeLessThanOrEqual(MOST_TO_A_JOIN)
  rest.open()
  for (const conversationId of started) {
    await person.hears('turn:done', (frame) => frame.conversationId === conversationId)
  }
})

it('takes no id for anything else than what it was given for first', async () => {
  upstream.script(() => ({ text: ['An answer.'] }))
  const begin = { mode: 'battle' as const, text: 'Two of them' }
  const turns = []
  for (let index = 0; index < 2; index += 1) {
    const turn = await person.does('conversation:start', begin)
    await person.hears('turn:done', (done) => done.conversationId === turn.conversationId)
    turns.push(turn)
  }
  const [one, two] = turns
  const vote = { commandId: randomUUID(), ...one!, choice: 'a' as const }
  const first = await person.ask('vote:cast', vote)
  expect(first.ok).toBe(true)
  const others = [
    { ...vote, choice: 'b' as const },
    { ...vote, ...two! },
  ]
  for (const other of others) {
    expect(await person.ask('vote:cast', other)).toMatchObject({
      ok: false,
      error: { code: 'invalid_payload' },
    })
  }
  expect(await person.ask('vote:cast', vote)).toEqual(first)
})

it('does not stop an answer that was asked for after the stop', async () => {
  let more = ''
  const goOn = () => (more = 'more ')
  const piece = () => more
  upstream.script(() => ({ text: ['Begun '], chunkMs: 20, flood: { piece } }))
  const { conversationId } = await person.does('conversation:start', { mode: 'battle', text: 'Q' })
  const own = (frame: { conversationId: string }) => frame.conversationId === conversationId
  await person.hears('answer:delta', own)
  const stop = { commandId: randomUUID(), conversationId }
  await person.ask('turn:stop', stop)
  const done = await person.hears('turn:done', own)
  await person.does('turn:retry', { conversationId })
  await person.hears('answer:started', (frame) => own(frame) && frame.seq > done.seq)
  expect(await person.ask('turn:stop', stop)).toEqual({ ok: true, data: {} })
  // What the models say after it is still heard, so that nothing has stopped.
  const { seq } = await person.does('conversation:join', { conversationId })
  goOn()
  for (const side of ['a', 'b'] as const) {
    await person.hears(
      'answer:delta',
      (frame) =>
        own(frame) && frame.side === side && frame.seq > seq && frame.text.includes('more'),
    )
  }
  const { snapshot } = await person.does('conversation:join', { conversationId })
  expect(Object.values(snapshot.turns[0]!.answers)).toMatchObject([
    { status: 'streaming' },
    { status: 'streaming' },
  ])
  await person.does('turn:stop', { conversationId })
})
