import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { LiveTurns } from '#server/arena/live/live-turns'
import { RealtimeServer, type ArenaServer } from '#server/realtime/realtime-server'
import { collectGarbage } from '../../support/collect-garbage.js'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { grown, leftovers } from '../../support/leftovers.js'
import { twoModels } from '../../support/models.js'
import { openRoom } from '../../support/room.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

const BATTLES = Number(process.env.SOAK ?? 120)
/** A thousand in the long form. */
const A_WAVE = Math.min(1_000, BATTLES / 2)
const WAVES = 3
const AT_ONCE = 10
/** A tenth of them are to settle: code that is compiled, statements that are kept, connections that stay open. */
const SETTLING = Math.max(AT_ONCE * 3, BATTLES / 10)

let upstream: FakeUpstream
let arena: TestArena
beforeAll(async () => {
  upstream = await startFakeUpstream()
  arena = await startArena({ models: twoModels(upstream.url), env: { VOTE_GRACE_MS: '1' } })
})
afterAll(async () => {
  await arena.close()
  await upstream.close()
})

const ended = (person: TestPerson) =>
  new Promise<void>((resolve) => {
    person.socket.once('disconnect', () => resolve())
    person.leave()
  })
/** Neither in a room, nor on a connection that is about to be closed. */
const nobodyIsHere = () =>
  expect.poll(() => connections() + arena.app.get(RealtimeServer).rooms('')).toBe(0)
const connections = (): number => {
  const { server } = arena.app.get(RealtimeServer) as unknown as { server: ArenaServer }
  return server.engine.clientsCount
}

async function battle(): Promise<void> {
  const person = await TestPerson.arrive(arena.url)
  const start = { mode: 'battle' as const, text: 'Say something of some length.' }
  const { conversationId } = await person.does('conversation:start', start)
  await person.hears('turn:done')
  await person.does('vote:cast', { conversationId, turn: 1, choice: 'a' })
  await person.hears('conversation:revealed')
  await ended(person)
}

async function battles(count: number): Promise<void> {
  for (let done = 0; done < count; done += AT_ONCE) {
    await Promise.all(Array.from({ length: AT_ONCE }, battle))
    upstream.calls.length = 0
  }
  await nobodyIsHere()
}

/** What lives after everything dead is gone. */
async function levels() {
  await collectGarbage()
  const resources = process.getActiveResourcesInfo()
  return {
    heapMb: process.memoryUsage().heapUsed / 1e6,
    timers: resources.filter((kind) => kind === 'Timeout').length,
    // Connections to the upstream are kept for a while.
    handles: resources.filter((kind) => !/^(Timeout|Immediate|TCPSocketWrap)$/.test(kind)).length,
    held: leftovers(arena.app),
  }
}
type Levels = Awaited<ReturnType<typeof levels>>

async function expectSame(before: Levels, after: Levels): Promise<void> {
  expect(after.heapMb).toBeLessThanOrEqual(before.heapMb * 1.1)
  expect(after.timers).toBeLessThanOrEqual(before.timers)
  expect(after.handles).toBeLessThanOrEqual(before.handles + 5)
  // A last write or push may be on its way still.
  await expect.poll(() => grown(before.held, leftovers(arena.app))).toEqual([])
  expect(arena.app.get(LiveTurns).size).toBe(0)
}

const told = (before: Levels, after: Levels) =>
  `heap ${before.heapMb.toFixed(1)} to ${after.heapMb.toFixed(1)} MB, timers ${before.timers} to ${after.timers}, handles ${before.handles} to ${after.handles}, nothing left in ${Object.keys(after.held).length} lists and maps`

it(
  `${BATTLES} battles leave memory, handles, timers, rooms and maps where they were`,
  async () => {
    await battles(SETTLING)
    const before = await levels()
    await battles(BATTLES)
    const after = await levels()
    console.info(`${BATTLES} battles: ${told(before, after)}`)
    await expectSame(before, after)
  },
  60_000 + BATTLES * 500,
)

it(
  `${WAVES} waves of ${A_WAVE} people who come and go leave nothing either`,
  async () => {
    const { owner, conversationId, key } = await openRoom(arena)
    await ended(owner)
    const args = [arena.url, conversationId, key, String(A_WAVE)]
    const crowd = spawn(process.execPath, ['test/support/crowd.mjs', ...args])
    const said = createInterface({ input: crowd.stdout })
    const tell = async (word: 'come' | 'go') => {
      crowd.stdin.write(`${word}\n`)
      await once(said, 'line')
    }
    const wave = async () => {
      await tell('come')
      expect(arena.app.get(RealtimeServer).rooms('voter')).toBe(A_WAVE)
      await tell('go')
      await nobodyIsHere()
      return levels()
    }
    const before = await wave()
    for (let nth = 1; nth <= WAVES; nth += 1) {
      const after = await wave()
      console.info(`wave ${nth} of ${A_WAVE}: ${told(before, after)}`)
      await expectSame(before, after)
    }
    crowd.kill()
  },
  60_000 + A_WAVE * WAVES * 500,
)
