import { afterEach, beforeEach, expect, it } from 'vitest'
import { RestartedSite } from '../../support/restarted-site.js'
import { TestPerson } from '../../support/test-person.js'

const PEOPLE = 200
/** Of these a third votes, a third has answers that end in time, and a third has some that never end. */
const BATTLES = 30
const STOP_WAIT_MS = 3_000
/** Beyond its patience, for what is left to do. */
const REST_MS = 22_000

let site: RestartedSite
beforeEach(async () => {
  site = await RestartedSite.open({
    LIMITS: 'off',
    STOP_WAIT_MS: String(STOP_WAIT_MS),
    VOTE_MIN_MS: '0',
    // Longer than the stop: each of these votes is still in its grace.
    VOTE_GRACE_MS: '60000',
  })
})
afterEach(() => site.close())

/** Arrived in groups, as a listening queue holds only so many at once. */
async function arrive(count: number): Promise<TestPerson[]> {
  const people: TestPerson[] = []
  while (people.length < count) {
    const group = Array.from({ length: 25 }, () => TestPerson.arrive(site.url))
    people.push(...(await Promise.all(group)))
  }
  return people
}

const start = async (person: TestPerson, text: string) => {
  const { conversationId } = await person.does('conversation:start', { mode: 'battle', text })
  return conversationId
}

it(`ends well with ${PEOPLE} people there, who come back to what they had`, async () => {
  site.upstream.script(({ body }) => {
    const asked = JSON.stringify(body)
    if (asked.includes('for ever')) return { flood: { piece: (i) => `w${i} ` }, chunkMs: 100 }
    return { text: ['Slow ', 'but ', 'whole.'], chunkMs: asked.includes('slowly') ? 400 : 1 }
  })
  const people = await arrive(PEOPLE)
  const [voting, slow, endless] = [0, 1, 2].map((third) =>
    people.filter((_, at) => at < BATTLES && at % 3 === third),
  ) as [TestPerson[], TestPerson[], TestPerson[]]

  const battles = new Map<TestPerson, string>()
  for (const person of voting) battles.set(person, await start(person, 'At once.'))
  for (const person of voting) {
    const conversationId = battles.get(person)!
    await person.hears('turn:done')
    await person.does('vote:cast', { conversationId, turn: 1, choice: 'a' })
  }
  for (const person of endless) battles.set(person, await start(person, 'Go on for ever.'))
  for (const person of slow) battles.set(person, await start(person, 'Speak slowly.'))
  await Promise.all([...slow, ...endless].map((person) => person.hears('answer:delta')))

  const asked = performance.now()
  const exit = site.server.kill('SIGTERM')
  await expect
    .poll(async () => (await fetch(`${site.url}/health/ready`)).status, { interval: 10 })
    .toBe(503)
  const late = people.at(-1)!
  const refused = await late.ask('conversation:start', {
    commandId: crypto.randomUUID(),
    mode: 'battle',
    text: 'One more',
  })
  expect(refused).toMatchObject({ ok: false, error: { code: 'shutting_down' } })
  expect(await exit).toBe(0)
  const tookMs = performance.now() - asked
  expect(tookMs).toBeLessThan(STOP_WAIT_MS + REST_MS)

  const back = Promise.all(
    people.map(({ socket }) => new Promise<void>((resolve) => socket.once('connect', resolve))),
  )
  await site.start()
  await back
  const stateOf = async (person: TestPerson) => {
    const conversationId = battles.get(person)!
    const { snapshot } = await person.does('conversation:join', { conversationId })
    return { vote: snapshot.vote?.choice, a: snapshot.turns[0]!.answers.a!.status }
  }
  for (const person of voting) expect(await stateOf(person)).toEqual({ vote: 'a', a: 'done' })
  for (const person of slow) expect(await stateOf(person)).toMatchObject({ a: 'done' })
  for (const person of endless) expect(await stateOf(person)).toMatchObject({ a: 'interrupted' })
  people.forEach((person) => person.leave())
  console.info(`exit 0 after ${tookMs.toFixed(0)} ms with ${PEOPLE} sockets open, all came back`)
}, 120_000)
