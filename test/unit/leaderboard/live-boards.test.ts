import { Logger } from '@nestjs/common'
import type { ActiveDraws } from '#server/leaderboard/active-draws'
import type { BoardBroadcaster } from '#server/leaderboard/board.broadcaster'
import type { BoardService } from '#server/leaderboard/board.service'
import { LiveBoards } from '#server/leaderboard/live-boards'
import type { ScoreDays } from '#server/leaderboard/score-days'
import type { SliceRatings } from '#server/leaderboard/slice-ratings'
import { specOf } from '#server/leaderboard/slice-spec'
import type { CountsChanged } from '#server/domain/voting/counted-votes'
import type { Board, Slice } from '#shared/protocol/leaderboard'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ManualClock } from '../../support/manual-clock.js'
import { aChange } from './support.js'

const real = aChange()
const demo = aChange({ slice: 'demo/overall' })

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('live boards', () => {
  let clock: ManualClock
  let live: LiveBoards
  let outdated: CountsChanged[]
  let votes: number
  let empty: boolean
  let pushed: Slice[]
  let broken: Slice | undefined
  let endless: Slice | undefined
  let demoOnly: boolean
  let drawsOutdated: number

  beforeAll(() => Logger.overrideLogger(false))
  afterAll(() => Logger.overrideLogger(true))
  beforeEach(() => {
    clock = new ManualClock()
    outdated = []
    votes = 0
    empty = false
    pushed = []
    broken = undefined
    endless = undefined
    demoOnly = false
    drawsOutdated = 0
    const ratings = { outdate: (changed: CountsChanged) => outdated.push(changed) }
    const boards = {
      spec: (slice: Slice, voterId: string) =>
        specOf(slice, { demoOnly, today: 20_000, voterId, anchor: null }),
      board: (slice: Slice) =>
        slice === endless
          ? new Promise(() => undefined)
          : slice === broken
            ? Promise.reject(new Error('disk'))
            : Promise.resolve({ slice, votes }),
    }
    live = new LiveBoards(
      ratings as unknown as SliceRatings,
      boards as unknown as BoardService,
      {
        updated: (_room: string, board: Board) => pushed.push(board.slice),
        isWatched: () => !empty,
      } as unknown as BoardBroadcaster,
      { outdate: () => (drawsOutdated += 1) } as unknown as ActiveDraws,
      { outdate: () => undefined } as unknown as ScoreDays,
      clock,
    )
  })

  const vote = (changed: CountsChanged): void => {
    votes += 1
    live.counted(changed)
  }
  const after = async (ms: number): Promise<Slice[]> => {
    clock.advance(ms)
    await settled()
    return pushed.splice(0)
  }

  it('push the boards that a vote changed, each as it was asked for, and no other', async () => {
    for (const slice of [{}, { demo: false }, { demo: true }]) live.watch(slice, 'me')
    vote(real)
    expect(outdated).toEqual([real])
    expect(drawsOutdated).toBe(1)
    expect(await after(0)).toEqual([{}, { demo: false }])
    vote(demo)
    expect(await after(200)).toEqual([{ demo: true }])
    expect(await after(10_000)).toEqual([])
  })

  it('push a slice once, however many watch it', async () => {
    for (let i = 0; i < 5; i += 1) live.watch({}, 'me')
    vote(real)
    expect(await after(0)).toEqual([{}])
  })

  it('push once for a burst of votes, and within 200 ms of the last', async () => {
    live.watch({}, 'me')
    vote(real)
    await after(0)
    for (let n = 0; n < 20; n += 1) {
      vote(real)
      clock.advance(5)
    }
    await settled()
    expect(pushed).toEqual([])
    expect(await after(100)).toEqual([{}])
    expect(await after(10_000)).toEqual([])
  })

  it('follow a slice to the models that answer now', async () => {
    live.watch({}, 'me')
    demoOnly = true
    vote({ ...real, cells: [...real.cells, ...demo.cells] })
    expect(await after(0)).toEqual([{}])
    vote(real)
    expect(await after(200)).toEqual([])
  })

  it('do not let one board that cannot be made hold up the others', async () => {
    broken = { demo: false }
    live.watch(broken, 'me')
    live.watch({}, 'me')
    vote(real)
    expect(await after(0)).toEqual([{}])
    broken = undefined
    vote(real)
    expect(await after(200)).toEqual([{ demo: false }, {}])
  })

  it('do not let one board that takes for ever hold up the others', async () => {
    endless = { demo: false }
    live.watch(endless, 'me')
    live.watch({}, 'me')
    for (let n = 0; n < 3; n += 1) {
      vote(real)
      expect(await after(n === 0 ? 0 : 200)).toEqual([{}])
    }
  })

  it('push those that are made of single votes less often', async () => {
    const slow = [{ styleControl: true }, { voterErrors: true }]
    for (const slice of [...slow, {}]) live.watch(slice, 'me')
    vote(real)
    expect(await after(0)).toEqual([...slow, {}])
    vote(real)
    expect(await after(200)).toEqual([{}])
    expect(await after(4799)).toEqual([])
    expect(await after(1)).toEqual(slow)
  })

  it('push nothing where the board is as it was', async () => {
    live.watch({}, 'me')
    vote(real)
    expect(await after(0)).toEqual([{}])
    live.counted(real)
    expect(await after(200)).toEqual([])
  })

  it('push one’s own votes to their voter when they change, and to nobody for another’s', async () => {
    live.watch({ own: true }, 'me')
    live.watch({ own: true }, 'you')
    vote(aChange({}, ['you']))
    expect(await after(0)).toEqual([{ own: true }])
    vote(aChange({}, ['them']))
    expect(await after(200)).toEqual([])
  })

  it('forget a slice that nobody watches any more', async () => {
    live.watch({}, 'me')
    empty = true
    vote(real)
    expect(await after(0)).toEqual([])
    empty = false
    vote(real)
    expect(await after(200)).toEqual([])
  })

  it('of a period move on at midnight, without a vote', async () => {
    live.watch({ period: '7d' }, 'me')
    live.watch({}, 'me')
    live.onApplicationBootstrap()
    const toMidnight = 86_400_000 - (clock.now() % 86_400_000)
    votes += 1
    expect(await after(toMidnight - 1)).toEqual([])
    expect(await after(1)).toEqual([{ period: '7d' }])
    votes += 1
    expect(await after(86_400_000)).toEqual([{ period: '7d' }])
  })

  it('push nothing more once they are told to end', async () => {
    live.watch({}, 'me')
    vote(real)
    await live.onModuleDestroy()
    expect(await after(10_000)).toEqual([])
  })
})
