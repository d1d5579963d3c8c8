import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { LiveTurns } from '#server/arena/live/live-turns'
import { RealtimeServer } from '#server/realtime/realtime-server'
import { startFakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../../support/models.js'
import { startArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

const BATTLES = Number(process.env.SOAK ?? 120)
const AT_ONCE = 10
/** A tenth of them are to settle: code that is compiled, statements that are kept, connections that stay open. */
const SETTLING = Math.max(AT_ONCE * 3, BATTLES / 10)

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

it(
  `${BATTLES} battles leave memory, handles, timers and rooms where they were`,
  async () => {
    const upstream = await startFakeUpstream()
    const arena = await startArena({ models: twoModels(upstream.url), env: { VOTE_GRACE_MS: '1' } })

    async function battle(): Promise<void> {
      const person = await TestPerson.arrive(arena.url)
      const start = { mode: 'battle' as const, text: 'Say something of some length.' }
      const { conversationId } = await person.does('conversation:start', start)
      await person.hears('turn:done')
      await person.does('vote:cast', { conversationId, turn: 1, choice: 'a' })
      await person.hears('conversation:revealed')
      const closed = new Promise<void>((resolve) =>
        person.socket.once('disconnect', () => resolve()),
      )
      person.leave()
      await closed
    }
    async function battles(count: number): Promise<void> {
      for (let done = 0; done < count; done += AT_ONCE) {
        await Promise.all(Array.from({ length: AT_ONCE }, battle))
        upstream.calls.length = 0
      }
      await expect.poll(() => arena.app.get(RealtimeServer).rooms('')).toBe(0)
    }
    /** What lives after everything dead is gone. */
    async function levels() {
      for (let time = 0; time < 3; time += 1) {
        collect()
        await new Promise((resolve) => setImmediate(resolve))
      }
      const resources = process.getActiveResourcesInfo()
      return {
        heapMb: process.memoryUsage().heapUsed / 1e6,
        timers: resources.filter((kind) => kind === 'Timeout').length,
        // Connections to the upstream are kept for a while.
        handles: resources.filter((kind) => !/^(Timeout|Immediate|TCPSocketWrap)$/.test(kind))
          .length,
        liveTurns: arena.app.get(LiveTurns).size,
      }
    }

    await battles(SETTLING)
    const before = await levels()
    await battles(BATTLES)
    const after = await levels()
    console.info(
      `${BATTLES} battles: heap ${before.heapMb.toFixed(1)} to ${after.heapMb.toFixed(1)} MB, timers ${before.timers} to ${after.timers}, handles ${before.handles} to ${after.handles}, no room and no turn left`,
    )
    expect(after.heapMb).toBeLessThanOrEqual(before.heapMb * 1.1)
    expect(after.timers).toBeLessThanOrEqual(before.timers + 5)
    expect(after.handles).toBeLessThanOrEqual(before.handles + 5)
    expect(after.liveTurns).toBe(0)
    await arena.close()
    await upstream.close()
  },
  60_000 + BATTLES * 500,
)
