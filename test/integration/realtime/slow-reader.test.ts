import { setImmediate as breathe } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RealtimeServer } from '#server/realtime/realtime-server'
import { conversationRoom } from '#server/realtime/rooms'
import { collectGarbage } from '../../support/collect-garbage.js'
import { deafClient } from '../../support/deaf-client.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { percentile } from '../../support/percentile.js'
import { TestPerson } from '../../support/test-person.js'
import { waitingBytes } from '../../support/waiting-bytes.js'

const TITLE = 'x'.repeat(20_000)
/** With what stands around the title. */
const PACKET = 20_200
const TOLD = 2_000
const ROUNDS = Number(process.env.DEAF_ROUNDS ?? 4)
/** Before the last of them, who is deaf is cut: the system keeps some 4 MB for it. */
const A_ROUND = 300

describe('a client that does not read', () => {
  let arena: TestArena
  let person: TestPerson
  let conversationId: string

  beforeAll(async () => {
    arena = await startArena({ env: { METRICS_TOKEN: 'm'.repeat(32) } })
    person = await TestPerson.arrive(arena.url)
    conversationId = (await begin()).conversationId
  })
  afterAll(async () => {
    person.leave()
    await arena.close()
  })

  async function begin() {
    const started = await person.does('conversation:start', { mode: 'battle', text: 'Hello' })
    await person.hears('turn:done', (done) => done.conversationId === started.conversationId)
    return started
  }
  const audience = (id = conversationId) => arena.app.get(RealtimeServer).size(conversationRoom(id))
  const cuts = async () => {
    const headers = { authorization: `Bearer ${'m'.repeat(32)}` }
    const figures = await (await fetch(`${arena.url}/metrics`, { headers })).text()
    return Number(/ringside_slow_readers_total (\d+)/.exec(figures)?.[1])
  }

  const tell = (presence: number, id = conversationId) => {
    const change = { conversationId: id, title: TITLE, votable: false, presence }
    arena.app.get(RealtimeServer).emit(conversationRoom(id), 'conversation:changed', change)
  }

  /** 40 MB for the room, as fast as the one who reads can take it; stops when only that one is left. */
  async function flood({ together = 1, look = () => {} } = {}): Promise<{
    sent: number
    heard: number
  }> {
    person.heard.length = 0
    let sent = 0
    while (sent < TOLD && audience() > 1) {
      for (let one = 0; one < together; one += 1, sent += 1) {
        tell(sent)
        look()
      }
      await breathe()
    }
    await expect.poll(() => person.heard.length, { timeout: 10_000 }).toBe(sent)
    return { sent, heard: person.heard.length }
  }

  /** Milliseconds until somebody in the room has what is told there. */
  async function wait(id: string): Promise<number> {
    person.heard.length = 0
    const told = performance.now()
    tell(0, id)
    await person.hears('conversation:changed')
    return performance.now() - told
  }

  it.each([
    ['one by one', 1],
    ['twenty at a time', 20],
  ])('told %s, is cut before it costs 1 MB, and others hear everything', async (_, together) => {
    const deaf = await deafClient(arena.url, person.cookie, conversationId)
    expect(audience()).toBe(2)
    const waiting = waitingBytes(arena, conversationRoom(conversationId))
    await collectGarbage()
    const begun = process.memoryUsage()
    let most = 0
    const cutBefore = await cuts()
    const look = () => (most = Math.max(most, waiting()))
    const { sent, heard } = await flood({ together, look })
    person.heard.length = 0
    await collectGarbage()
    const now = process.memoryUsage()
    expect(audience()).toBe(1)
    expect(heard).toBe(sent)
    expect(await cuts()).toBe(cutBefore + 1)
    // It has waited, and the packet that is one too many is what cuts.
    expect(most).toBeGreaterThan(500_000)
    expect(most).toBeLessThanOrEqual(1_000_000 + (1 + together) * PACKET)
    const grown = (now.heapUsed + now.external - begun.heapUsed - begun.external) / 1e6
    expect(grown).toBeLessThanOrEqual(10)
    console.info(
      `cut after ${((sent * 20_000) / 1e6).toFixed(1)} MB, ${(most / 1e6).toFixed(2)} MB of them waiting in the process; heap after gc +${grown.toFixed(1)} MB`,
    )
    deaf.destroy()
  })

  it(
    'keeps others waiting no longer than somebody who reads',
    async () => {
      const { conversationId: other } = await begin()
      const beside = { deaf: [] as number[], reading: [] as number[] }
      for (let round = 0; round < ROUNDS; round += 1) {
        const deaf = await deafClient(arena.url, person.cookie, conversationId)
        const reading = await deafClient(arena.url, person.cookie, other)
        reading.resume()
        // One after the other, so that both have the same of what the machine does beside.
        for (let at = 0; at < A_ROUND; at += 1) {
          beside.deaf.push(await wait(conversationId))
          beside.reading.push(await wait(other))
        }
        expect(audience()).toBe(1)
        deaf.destroy()
        reading.destroy()
        await expect.poll(() => audience(other)).toBe(1)
      }
      const of = (share: number) =>
        percentile(beside.deaf, share) / percentile(beside.reading, share)
      console.info(
        `beside one that does not read others wait ${of(0.5).toFixed(2)} times as long (median), ${of(0.99).toFixed(2)} times at p99 (${percentile(beside.deaf, 0.99).toFixed(1)} ms)`,
      )
      expect(of(0.5)).toBeLessThanOrEqual(1.2)
      // What the hundredth waits is a matter of chance where there are few, and of the tests beside.
      if (process.env.DEAF_ROUNDS) expect(of(0.99)).toBeLessThanOrEqual(1.2)
    },
    30_000 + ROUNDS * 10_000,
  )

  it('is cut by long-polling, too, and finds its session gone', async () => {
    const headers = { cookie: person.cookie }
    const address = `${arena.url}/socket.io/?EIO=4&transport=polling`
    const opened = await (await fetch(address, { headers })).text()
    const { sid } = JSON.parse(opened.slice(1)) as { sid: string }
    const post = (body: string) =>
      fetch(`${address}&sid=${sid}`, { method: 'POST', body, headers: { ...headers } })
    const poll = async () => (await fetch(`${address}&sid=${sid}`, { headers })).text()
    await post('40')
    expect(await poll()).toContain('40{')
    await post(`420["conversation:join",{"conversationId":"${conversationId}"}]`)
    expect(await poll()).toContain('430[')
    expect(audience()).toBe(2)
    const { sent } = await flood()
    expect(audience()).toBe(1)
    expect(sent).toBeLessThanOrEqual(60)
    expect((await post('3')).status).toBe(400)
  })
})
