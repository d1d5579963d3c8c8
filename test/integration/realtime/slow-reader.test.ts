import { setImmediate as breathe } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RealtimeServer } from '#server/realtime/realtime-server'
import { conversationRoom } from '#server/realtime/rooms'
import { deafClient } from '../../support/deaf-client.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

const TITLE = 'x'.repeat(20_000)
const TOLD = 2_000

describe('a client that does not read', () => {
  let arena: TestArena
  let person: TestPerson
  let conversationId: string

  beforeAll(async () => {
    arena = await startArena({ env: { METRICS_TOKEN: 'm'.repeat(32) } })
    person = await TestPerson.arrive(arena.url)
    const started = await person.does('conversation:start', { mode: 'battle', text: 'Hello' })
    conversationId = started.conversationId
    await person.hears('turn:done')
  })
  afterAll(async () => {
    person.leave()
    await arena.close()
  })

  const audience = () => arena.app.get(RealtimeServer).size(conversationRoom(conversationId))
  const cuts = async () => {
    const headers = { authorization: `Bearer ${'m'.repeat(32)}` }
    const figures = await (await fetch(`${arena.url}/metrics`, { headers })).text()
    return Number(/ringside_slow_readers_total (\d+)/.exec(figures)?.[1])
  }

  /** 40 MB for the room, as fast as the one who reads can take it; stops when only that one is left. */
  async function flood(): Promise<{ sent: number; heard: number }> {
    const realtime = arena.app.get(RealtimeServer)
    const before = person.heard.length
    let sent = 0
    while (sent < TOLD && audience() > 1) {
      const change = { conversationId, title: TITLE, votable: false, presence: sent }
      realtime.emit(conversationRoom(conversationId), 'conversation:changed', change)
      sent += 1
      await breathe()
    }
    await expect.poll(() => person.heard.length - before, { timeout: 10_000 }).toBe(sent)
    return { sent, heard: person.heard.length - before }
  }

  it('is cut over a websocket before it costs 1 MB, while others hear everything', async () => {
    const deaf = await deafClient(arena.url, person.cookie, conversationId)
    expect(audience()).toBe(2)
    globalThis.gc?.()
    const begun = process.memoryUsage()
    const { sent, heard } = await flood()
    const now = process.memoryUsage()
    expect(audience()).toBe(1)
    expect(heard).toBe(sent)
    expect(await cuts()).toBe(1)
    const grown = (now.heapUsed + now.external - begun.heapUsed - begun.external) / 1e6
    console.info(`cut after ${((sent * 20_000) / 1e6).toFixed(1)} MB; heap +${grown.toFixed(1)} MB`)
    deaf.destroy()
  })

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
