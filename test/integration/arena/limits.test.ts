import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { startFakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../../support/models.js'
import { startArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

const start = (person: TestPerson) =>
  person.ask('conversation:start', { commandId: randomUUID(), mode: 'battle', text: 'Q' })

it('a voter has only so many conversations running, also when they start at the same moment', async () => {
  const upstream = await startFakeUpstream()
  upstream.script(() => ({ text: ['On'], cut: { after: 1, by: 'stall' } }))
  const arena = await startArena({
    models: twoModels(upstream.url),
    env: { RUNNING_PER_VOTER: '2' },
  })
  const person = await TestPerson.arrive(arena.url)
  const replies = await Promise.all(Array.from({ length: 6 }, () => start(person)))
  const running = replies.flatMap((reply) => (reply.ok ? [reply.data.conversationId] : []))
  expect(running).toHaveLength(2)
  expect(replies.find((reply) => !reply.ok)).toMatchObject({ error: { code: 'rate_limited' } })

  const own = (frame: { conversationId: string }) => frame.conversationId === running[0]
  await person.does('turn:stop', { conversationId: running[0]! })
  await person.hears('turn:done', own)
  await expect.poll(async () => (await start(person)).ok).toBe(true)
  person.leave()
  await arena.close()
  await upstream.close()
})

it('a voter sends only so many prompts a minute, and is told how long to wait', async () => {
  const arena = await startArena({ env: { PROMPTS_PER_MINUTE: '2' } })
  const person = await TestPerson.arrive(arena.url)
  const replies = [await start(person), await start(person), await start(person)]
  expect(replies.map((reply) => reply.ok)).toEqual([true, true, false])
  const refused = replies[2]!
  expect(refused).toMatchObject({ error: { code: 'rate_limited' } })
  expect(!refused.ok && refused.error.retryAfterMs).toBeGreaterThan(0)
  person.leave()
  await arena.close()
})
