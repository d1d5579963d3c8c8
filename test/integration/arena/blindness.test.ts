import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Snapshot } from '#shared/protocol/conversation'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { fourModels } from '../../support/models.js'
import { keepDrawable } from '../../support/model-health.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'
import { WireRecord } from '../../support/wire/wire-record.js'

/** All that could be told of a model is a canary. */
const models = (url: string) =>
  Object.fromEntries(
    Object.entries(fourModels(url)).map(([name, entry]) => [
      name,
      {
        ...entry,
        organization: 'Canary Labs',
        license: 'canary-license',
        link: 'https://canary.example/',
        description: 'Sings like a canary.',
      },
    ]),
  )

/** Nothing but what may be told was told, and something was. */
function expectBlind(record: WireRecord, words: readonly string[]): void {
  expect(record.find(words)).toEqual([])
  expect([...record.unexpected]).toEqual([])
  expect(record.counts.frames).toBeGreaterThan(2)
  expect(record.counts.bodies).toBeGreaterThan(3)
}

/** Plays a battle up to the vote, looking at it in every way that there is. */
async function recordBattle(arena: TestArena, text: string): Promise<WireRecord> {
  const person = await TestPerson.arrive(arena.url)
  const record = new WireRecord()
  record.listen(person)
  const conversationId = await begin(person, record, text)
  await record.ask(person, 'conversation:join', { conversationId })
  await record.look(person, `/api/conversations/${conversationId}`)
  await person.hears('turn:done')
  await record.ask(person, 'conversation:join', { conversationId })
  const nowhere = { conversationId, turn: 9, choice: 'a' as const }
  await record.ask(person, 'vote:cast', { commandId: 'early', ...nowhere })
  await lookEverywhere(person, record, conversationId)
  await record.look(person, '/api/site')
  person.leave()
  return record
}

/** Plays on into the grace of a vote that is changed, and looks at it from two tabs. */
async function recordGrace(arena: TestArena): Promise<{ record: WireRecord; snapshot: Snapshot }> {
  const person = await TestPerson.arrive(arena.url)
  const record = new WireRecord()
  record.listen(person)
  const conversationId = await begin(person, record, 'Q')
  await person.hears('turn:done')
  const vote = { conversationId, turn: 1 }
  for (const [index, choice] of (['a', 'b', 'b'] as const).entries()) {
    await record.ask(person, 'vote:cast', { commandId: `vote-${index}`, ...vote, choice })
  }
  await record.ask(person, 'vote:annotate', { ...vote, comment: 'Close.' })
  const { snapshot } = await person.does('conversation:join', { conversationId })
  const tab = await person.again()
  record.listen(tab)
  for (const each of [person, tab]) {
    await record.ask(each, 'conversation:join', { conversationId })
    await lookEverywhere(each, record, conversationId)
    each.leave()
  }
  return { record, snapshot }
}

async function begin(person: TestPerson, record: WireRecord, text: string): Promise<string> {
  const start = { commandId: randomUUID(), mode: 'battle' as const, text }
  const reply = await record.ask(person, 'conversation:start', start)
  if (!reply.ok) throw new Error(reply.error.message)
  return reply.data.conversationId
}

async function lookEverywhere(person: TestPerson, record: WireRecord, conversationId: string) {
  await record.look(person, `/api/conversations/${conversationId}`)
  await record.look(person, '/api/conversations')
  for (const format of ['markdown', 'json']) {
    await record.look(person, `/api/conversations/${conversationId}/export?format=${format}`)
  }
  await record.look(person, `/c/${conversationId}`)
}

describe('before the vote is final nothing names a model', () => {
  let upstream: FakeUpstream
  let arena: TestArena

  const NAMES = [
    ...Object.entries(fourModels('')).flatMap(([name, entry]) => [name, String(entry.model_name)]),
    'canary',
    'openai',
    'anthropic',
    'gemini',
    'mistral',
    'secret-upstream-words',
    '"usage"',
    'Tokens',
    'finishReason',
    'demo-terse',
  ]

  beforeAll(async () => {
    upstream = await startFakeUpstream()
    arena = await startArena({ models: models(upstream.url) })
  })
  beforeEach(() => keepDrawable(arena))
  afterAll(async () => {
    await arena.close()
    await upstream.close()
  })

  it.each([
    ['that answer', { text: ['A plain ', 'answer.'], reasoning: ['thinking'] }],
    ['that refuse', { status: 401, message: 'secret-upstream-words for canary-gemini' }],
    [
      'that are busy',
      { status: 429, message: 'secret-upstream-words', headers: { 'retry-after': '9' } },
    ],
    ['that break off', { text: ['Half'], cut: { after: 1, by: 'reset' as const } }],
    ['that fail in the stream', { text: ['Half'], cut: { after: 1, by: 'error' as const } }],
    ['that say nothing', { text: [] }],
  ])('in battles of providers %s', async (_, reply) => {
    upstream.script(() => reply)
    const records = await Promise.all(
      Array.from({ length: 8 }, () => recordBattle(arena, 'What is light?')),
    )
    for (const record of records) expectBlind(record, [...NAMES, upstream.url])
  })

  it('in battles of demo models, at the default pace', async () => {
    const demo = await startArena({ env: { BLIND_PACE: 'paced' } })
    const all = demo.catalog.all()
    expect(all.length).toBeGreaterThanOrEqual(6)
    const names = all.flatMap(({ name, organization, description }) =>
      [name, organization, description].filter((word) => word !== undefined),
    )
    const records = await Promise.all(
      Array.from({ length: 6 }, () => recordBattle(demo, 'What is 17 * 3?')),
    )
    for (const record of records) expectBlind(record, names)
    await demo.close()
  }, 60_000)

  it('in the grace, while a vote that was cast can be changed', async () => {
    upstream.script(() => ({ text: ['Fine.'] }))
    const graceful = await startArena({
      models: models(upstream.url),
      env: { VOTE_GRACE_MS: '60000' },
    })
    const recorded = await Promise.all(Array.from({ length: 4 }, () => recordGrace(graceful)))
    for (const { record, snapshot } of recorded) {
      expect(snapshot.vote).toMatchObject({ choice: 'b', final: false })
      expect(record.find([...NAMES, upstream.url])).toEqual([])
    }
    await graceful.close()
  })

  it('and the same search finds the names once they may be known', async () => {
    upstream.script(() => ({ text: ['Fine.'] }))
    const person = await TestPerson.arrive(arena.url)
    const record = new WireRecord()
    record.listen(person)
    const conversationId = await begin(person, record, 'Q')
    await person.hears('turn:done')
    await person.does('vote:cast', { conversationId, turn: 1, choice: 'a' })
    await person.hears('conversation:revealed')
    expect(record.find(NAMES)).not.toEqual([])
    person.leave()
  })
})
