import { standingsOf } from '#server/domain/rating/board'
import {
  WHOLE,
  addSums,
  changeOfSums,
  noSums,
  oneVote,
  orientVotes,
  sumsOfBattle,
} from '#server/domain/rating/observation'
import { PairCounts } from '#server/domain/rating/pair-counts'
import { describe, expect, it } from 'vitest'
import { column } from '../../support/ratings-counts.js'

const votes = (a: number, b: number, tie = 0, both_bad = 0) => ({ a, b, tie, both_bad })

describe('a battle as one observation', () => {
  it('counts the mean of its votes, whole even for thirds', () => {
    expect(sumsOfBattle(votes(2, 1))).toEqual({
      ...votes(2, 1),
      battles: 1,
      points: (2 * WHOLE) / 3,
      squares: (4 * WHOLE) / 9,
    })
  })

  it('counts ties and both bad as half a win', () => {
    expect(sumsOfBattle(votes(0, 0, 1, 1))).toMatchObject({ points: WHOLE / 2, squares: WHOLE / 4 })
  })

  it('is nothing without a vote', () => {
    expect(sumsOfBattle(votes(0, 0))).toEqual(noSums())
  })

  it('changes by the difference when another vote comes', () => {
    const sums = sumsOfBattle(oneVote('a'))
    addSums(sums, changeOfSums(oneVote('a'), votes(1, 0, 1)))
    expect(sums).toEqual(sumsOfBattle(votes(1, 0, 1)))
  })

  it('is told with the smaller name first', () => {
    expect(orientVotes('y', 'x', votes(1, 2, 3, 4))).toEqual({
      first: 'x',
      second: 'y',
      votes: votes(2, 1, 3, 4),
    })
  })
})

describe('ten votes on one battle', () => {
  const counts = new PairCounts()
  const once = new PairCounts()
  for (const [a, b, times] of [
    [10, 0, 30],
    [7, 3, 10],
    [0, 10, 20],
  ] as const) {
    counts.addBattle('x', 'y', votes(a, b), times)
    once.addBattle('y', 'x', votes(b, a), times)
  }
  const board = standingsOf(counts)

  it('say no more than one observation', () => {
    expect(board).toMatchObject({ votes: 600, battles: 60 })
    // p = mean outcome, variance of the difference Σ (y − p)² / (n p q)², a half of its root for each.
    const p = (30 + 7) / 60
    const noise = 30 * (1 - p) ** 2 + 10 * (0.7 - p) ** 2 + 20 * p ** 2
    const error = Math.sqrt(noise) / (60 * p * (1 - p)) / 2
    expect(column(board, ['x'], 'standardError')[0]).toBeCloseTo((400 / Math.LN10) * error, 8)
  })

  it('say it whichever side a model stood on', () => {
    expect(standingsOf(once)).toEqual(board)
  })
})
