import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../../support/models.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

describe('a server that is asked to stop', () => {
  let upstream: FakeUpstream
  let arena: TestArena
  let person: TestPerson

  beforeEach(async () => {
    upstream = await startFakeUpstream()
    arena = await startArena({ models: twoModels(upstream.url), env: { STOP_WAIT_MS: '20000' } })
    person = await TestPerson.arrive(arena.url)
  })
  afterEach(async () => {
    person.leave()
    await arena.close()
    await upstream.close()
  })

  const start = () => person.does('conversation:start', { mode: 'battle', text: 'Q' })
  const never = new Promise<void>(() => undefined)

  it('refuses new prompts at once, lets answers end, and takes their votes', async () => {
    upstream.script(() => ({ text: ['Slow ', 'but ', 'whole.'], chunkMs: 300 }))
    const { conversationId } = await start()
    await person.hears('answer:delta')
    const drained = arena.drain(never)
    const begun = performance.now()
    const command = { commandId: randomUUID(), mode: 'battle' as const, text: 'One more' }
    const refused = await person.ask('conversation:start', command)
    console.info(`refused after ${(performance.now() - begun).toFixed(0)} ms`)
    expect(refused).toMatchObject({ ok: false, error: { code: 'shutting_down' } })
    expect((await fetch(`${arena.url}/health/ready`)).status).toBe(503)
    expect((await person.hears('turn:done')).votable).toBe(true)
    await person.does('vote:cast', { conversationId, turn: 1, choice: 'a' })
    await drained
    const again = { commandId: randomUUID(), conversationId }
    expect(await person.ask('turn:retry', again)).toMatchObject({
      error: { code: 'shutting_down' },
    })
  })

  it('interrupts what does not end when it is hurried, and its clients come back by themselves', async () => {
    upstream.script(() => ({ text: ['So far'], cut: { after: 1, by: 'stall' } }))
    const { conversationId } = await start()
    await person.hears('answer:delta', ({ side }) => side === 'a')
    await person.hears('answer:delta', ({ side }) => side === 'b')
    let hurry = (): void => undefined
    const drained = arena.drain(new Promise((resolve) => (hurry = resolve)))
    hurry()
    await drained
    const back = new Promise<void>((resolve) => person.socket.once('connect', resolve))
    arena = await arena.restart({ PORT: String(arena.port) })
    await back
    const { snapshot } = await person.does('conversation:join', { conversationId })
    expect(snapshot.turns[0]!.answers.a).toMatchObject({ text: 'So far', status: 'interrupted' })
  })
})
