import type { BoardService } from '#server/leaderboard/board.service'
import { BootstrapService } from '#server/leaderboard/bootstrap.service'
import type { ContestantService } from '#server/leaderboard/contestant.service'
import type { Fitter } from '#server/leaderboard/fit/fitter'
import type { SliceRatings } from '#server/leaderboard/slice-ratings'
import { expect, it } from 'vitest'
import { aSpec } from './support.js'

it('samples that could not be drawn are drawn when they are asked for again', async () => {
  const rated = { standings: { rows: [] }, rows: [], updatedAt: 1 }
  let draws = 0
  const run = () => {
    draws += 1
    return draws === 1 ? Promise.reject(new Error('thread')) : Promise.resolve([])
  }
  const service = new BootstrapService(
    { spec: () => aSpec() } as unknown as BoardService,
    { of: () => Promise.resolve(rated) } as unknown as SliceRatings,
    { of: () => Promise.resolve(new Map()) } as unknown as ContestantService,
    { run } as unknown as Fitter,
  )
  await expect(service.bootstrap({}, 'me')).rejects.toThrow('thread')
  for (let i = 0; i < 2; i += 1) expect((await service.bootstrap({}, 'me')).rows).toEqual([])
  expect(draws).toBe(2)
})
