import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../../support/models.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

const PEOPLE = 200
/** By how much the one kind may take longer than the other; which one is asked for first takes turns. */
const MOST_APART = 2

let upstream: FakeUpstream
let arena: TestArena
beforeAll(async () => {
  upstream = await startFakeUpstream()
  upstream.script(() => ({ text: ['One ', 'two ', 'three.'], chunkMs: 20 }))
  arena = await startArena({ models: twoModels(upstream.url) })
})
afterAll(async () => {
  await arena.close()
  await upstream.close()
})

it('nobody hears of a conversation that is not theirs, however they ask for it', async () => {
  const people = await Promise.all(
    Array.from({ length: PEOPLE }, () => TestPerson.arrive(arena.url)),
  )
  const own = await Promise.all(
    people.map((person) => person.does('conversation:start', { mode: 'battle', text: 'Mine' })),
  )
  const times = { foreign: [] as number[], missing: [] as number[] }
  const answers = new Set<string>()
  for (const [at, person] of people.entries()) {
    const ids = {
      foreign: own[(at + 1) % PEOPLE]!.conversationId,
      missing: randomBytes(16).toString('base64url'),
    }
    const kinds = ['foreign', 'missing'] as const
    for (const kind of at % 2 === 0 ? kinds : kinds.toReversed()) {
      const begun = performance.now()
      const reply = await person.ask('conversation:join', { conversationId: ids[kind] })
      times[kind].push(performance.now() - begun)
      answers.add(JSON.stringify(reply))
      const page = await person.fetch(`/api/conversations/${ids[kind]}`)
      answers.add(JSON.stringify({ ok: false, ...((await page.json()) as object) }))
    }
  }
  expect([...answers]).toHaveLength(1)
  expect([...answers][0]).toContain('not_found')

  await Promise.all(people.map((person) => person.hears('turn:done')))
  const foreign = people.flatMap((person, at) =>
    person.heard.filter(({ payload }) => {
      const { conversationId } = payload as { conversationId: string }
      return conversationId !== own[at]!.conversationId
    }),
  )
  expect(foreign).toEqual([])
  const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!
  const [theirs, nobodys] = [median(times.foreign), median(times.missing)]
  console.info(
    `${PEOPLE} people: 0 foreign events; of another or missing: ${theirs.toFixed(1)} and ${nobodys.toFixed(1)} ms (median)`,
  )
  expect(Math.max(theirs / nobodys, nobodys / theirs)).toBeLessThanOrEqual(MOST_APART)
  people.forEach((person) => person.leave())
})

it('whoever leaves a room hears nothing more of it', async () => {
  upstream.script(() => ({ text: Array.from({ length: 30 }, () => 'word '), chunkMs: 20 }))
  const person = await TestPerson.arrive(arena.url)
  const { conversationId } = await person.does('conversation:start', { mode: 'battle', text: 'Q' })
  await person.hears('answer:delta')
  await person.does('conversation:leave', { conversationId })
  const heard = person.heard.length
  const tab = await person.again()
  await tab.does('conversation:join', { conversationId })
  await tab.hears('turn:done')
  expect(person.heard).toHaveLength(heard)
  person.leave()
  tab.leave()
})
