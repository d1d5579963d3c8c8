import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { TestPerson } from '../support/test-person.js'
import { WatchedSite } from './board/watched-site.js'
import { expectGoals } from './support/goals.js'
import { percentile } from '../support/percentile.js'
import { report } from './support/report.js'

/** `PUSH_GAP_MS` of live-boards.ts: the shortest time between two pushes of a board. */
const DEBOUNCE_MS = 200
const SINGLE_VOTES = 15
const VOTERS = 10
const VOTES_EACH = 20

const now = (): number => performance.timeOrigin + performance.now()

let site: WatchedSite
let voters: TestPerson[]
beforeAll(async () => {
  // With the pages; what is fresh is left alone.
  execFileSync(process.execPath, ['bin/build.mjs'])
  site = await WatchedSite.open()
  voters = await Promise.all(Array.from({ length: VOTERS }, () => TestPerson.arrive(site.url)))
})
afterAll(async () => {
  for (const voter of voters) voter.leave()
  await site.close()
})

it('a vote is on the screen of somebody else within the debounce', async () => {
  const battles = await site.battles(voters[0]!, 2 * SINGLE_VOTES)
  const [acknowledged, alone, second]: number[][] = [[], [], []]
  const votes = await site.shown()
  for (let i = 0; i < SINGLE_VOTES; i += 1) {
    await site.rest()
    const cast = now()
    await battles[2 * i]!.cast('a')
    acknowledged!.push(now() - cast)
    alone!.push((await site.paintedAt(votes + 2 * i + 1)) - cast)
    // The board has just been pushed: this one meets the debounce.
    const again = now()
    await battles[2 * i + 1]!.cast('b')
    second!.push((await site.paintedAt(votes + 2 * i + 2)) - again)
  }
  const idle = percentile(acknowledged!, 0.5)
  report('board-live', [
    { figure: 'idle acknowledgement of a vote', ...spread(acknowledged!) },
    { figure: 'vote to pixel, at rest', ...spread(alone!) },
    { figure: 'vote to pixel, after another', ...spread(second!) },
  ])
  // The worst of few is what else the machine did at that moment: it is told, the middle is held.
  const most = DEBOUNCE_MS + 5 * idle
  expectGoals('board-live-goals', [
    { figure: 'ms, vote to pixel, at rest', is: percentile(alone!, 0.5), most },
    { figure: 'ms, vote to pixel, after another', is: percentile(second!, 0.5), most },
  ])
})

const spread = (times: readonly number[]) => ({
  'p50 ms': percentile(times, 0.5),
  'worst ms': Math.max(...times),
})

it('votes come in as fast as they are cast, and all of them are on the screen soon after', async () => {
  const battles = await Promise.all(voters.map((voter) => site.battles(voter, VOTES_EACH)))
  const votes = await site.shown()
  await site.rest()
  const began = now()
  await Promise.all(battles.flat().map((battle) => battle.cast('tie')))
  const counted = now()
  const painted = await site.paintedAt(votes + VOTERS * VOTES_EACH)
  // No target of its own: a vote is a transaction, which the disk has to have.
  report('board-votes', [
    { figure: 'votes a second, counted', is: (1000 * VOTERS * VOTES_EACH) / (counted - began) },
    { figure: 'ms, last one acknowledged to pixel', is: painted - counted },
  ])
  expect(await site.shown()).toBe(votes + VOTERS * VOTES_EACH)
})
