import { Logger } from '@nestjs/common'
import { AppError } from '#server/domain/app-error'
import type { BoardBroadcaster } from '#server/leaderboard/board.broadcaster'
import type { BoardService } from '#server/leaderboard/board.service'
import { LiveBoards } from '#server/leaderboard/live-boards'
import { keyOf } from '#server/leaderboard/slice-key'
import type { SliceRatings } from '#server/leaderboard/slice-ratings'
import type { Board, Slice } from '#shared/protocol/leaderboard'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ManualClock } from '../../support/manual-clock.js'

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('live boards', () => {
  let clock: ManualClock
  let live: LiveBoards
  let outdated: string[]
  let pushed: Slice[]
  let broken: Slice | undefined
  let demoOnly: boolean

  beforeAll(() => Logger.overrideLogger(false))
  afterAll(() => Logger.overrideLogger(true))
  beforeEach(() => {
    clock = new ManualClock()
    outdated = []
    pushed = []
    broken = undefined
    demoOnly = false
    const ratings = { outdate: (keys: string[]) => outdated.push(...keys) }
    const boards = {
      key: (slice: Slice) => keyOf(slice, demoOnly),
      board: (slice: Slice) =>
        slice === broken ? Promise.reject(new Error('disk')) : Promise.resolve({ slice }),
    }
    live = new LiveBoards(
      ratings as unknown as SliceRatings,
      boards as unknown as BoardService,
      { updated: (board: Board) => pushed.push(board.slice) } as unknown as BoardBroadcaster,
      clock,
    )
  })

  const after = async (ms: number): Promise<Slice[]> => {
    clock.advance(ms)
    await settled()
    return pushed.splice(0)
  }

  it('push the boards that a vote changed, each as it was asked for, and no other', async () => {
    for (const slice of [{}, { demo: false }, { demo: true }]) live.watch(slice)
    live.counted(['real/overall'])
    expect(outdated).toEqual(['real/overall'])
    expect(await after(0)).toEqual([{}, { demo: false }])
    live.counted(['demo/overall'])
    expect(await after(200)).toEqual([{ demo: true }])
    expect(await after(10_000)).toEqual([])
  })

  it('push a slice once, however many watch it', async () => {
    for (let i = 0; i < 5; i += 1) live.watch({})
    live.counted(['real/overall'])
    expect(await after(0)).toEqual([{}])
  })

  it('push once for a burst of votes, and within 200 ms of the last', async () => {
    live.watch({})
    live.counted(['real/overall'])
    await after(0)
    for (let vote = 0; vote < 20; vote += 1) {
      live.counted(['real/overall'])
      clock.advance(5)
    }
    await settled()
    expect(pushed).toEqual([])
    expect(await after(100)).toEqual([{}])
    expect(await after(10_000)).toEqual([])
  })

  it('follow a slice to the models that answer now', async () => {
    live.watch({})
    demoOnly = true
    live.counted(['real/overall', 'demo/overall'])
    expect(await after(0)).toEqual([{}])
    live.counted(['real/overall'])
    expect(await after(200)).toEqual([])
  })

  it('do not let one board that cannot be made hold up the others', async () => {
    broken = { demo: false }
    live.watch(broken)
    live.watch({})
    live.counted(['real/overall'])
    expect(await after(0)).toEqual([{}])
    broken = undefined
    live.counted(['real/overall'])
    expect(await after(200)).toEqual([{ demo: false }, {}])
  })

  it('refuse to watch what is not kept', () => {
    expect(() => live.watch({ language: 'zh' })).toThrow(AppError)
  })

  it('push nothing more once they are told to end', async () => {
    live.watch({})
    live.counted(['real/overall'])
    await live.onModuleDestroy()
    expect(await after(10_000)).toEqual([])
  })
})
