import { standingsOf } from '#server/domain/rating/board'
import { Z95 } from '#server/domain/rating/scale'
import { describe, expect, it } from 'vitest'
import { column, countsOf, rowOf, type Battle } from '../../support/ratings-counts.js'

const boardOf = (...battles: Battle[]) => standingsOf(countsOf(battles))
const points = (logit: number): number => 1000 + (400 / Math.LN10) * logit
const winChance = (logit: number): number => 1 / (1 + Math.exp(-logit))

/** Root of a falling function, by halving. */
function root(f: (x: number) => number, low = -20, high = 20): number {
  for (let i = 0; i < 200; i += 1) {
    const middle = (low + high) / 2
    if (f(middle) > 0) low = middle
    else high = middle
  }
  return low
}

describe('no votes', () => {
  it('is an empty board', () => {
    expect(boardOf()).toMatchObject({ votes: 0, battles: 0, rows: [], anchored: true })
  })
})

describe('one vote', () => {
  const board = boardOf(['winner', 'loser', 'a'])

  it('rates both around the mean, wide apart in certainty, without ranks', () => {
    // Peak of the likelihood with half a virtual battle each, computed elsewhere.
    expect(rowOf(board, 'winner').rating).toBeCloseTo(1175.8025951069137, 8)
    expect(rowOf(board, 'loser').rating).toBeCloseTo(824.1974048930865, 8)
    for (const row of board.rows) {
      expect(row.rank).toBeNull()
      expect(row.provisional).toBe(true)
      expect(row.upper - row.lower).toBeGreaterThan(1000)
      expect(row.upper - row.lower).toBeCloseTo(2 * Z95 * row.standardError, 9)
    }
  })
})

describe('a model that won every battle', () => {
  const board = boardOf(
    ['unbeaten', 'x', 'a', 5],
    ['unbeaten', 'y', 'a', 5],
    ['x', 'y', 'a', 3],
    ['x', 'y', 'b', 2],
  )

  it('is provisional, above the others, where the weak prior balances its wins', () => {
    const half = Math.log(3 / 2) / 2
    const peak = root(
      (theta) =>
        10 -
        5 * winChance(theta - half) -
        5 * winChance(theta + half) +
        (0.5 - winChance(theta)) / 2,
    )
    expect(rowOf(board, 'unbeaten').rating).toBeCloseTo(points(peak), 8)
    expect(rowOf(board, 'unbeaten')).toMatchObject({ rank: null, provisional: true, wins: 10 })
  })

  it('does not move the models that can be compared', () => {
    expect(rowOf(board, 'x').rating).toBeCloseTo(points(Math.log(3 / 2) / 2), 9)
    expect(column(board, ['x', 'y'], 'rank')).toEqual([
      [1, 2],
      [1, 2],
    ])
  })

  it('is listed after the ranked ones', () => {
    expect(board.rows.map((row) => row.model)).toEqual(['x', 'y', 'unbeaten'])
  })
})

describe('a model that lost every battle', () => {
  it('is provisional too', () => {
    const board = boardOf(['x', 'y', 'a', 3], ['x', 'y', 'b', 2], ['y', 'beaten', 'a', 50])
    expect(rowOf(board, 'beaten')).toMatchObject({ rank: null, provisional: true, losses: 50 })
    expect(rowOf(board, 'beaten').rating).toBeLessThan(rowOf(board, 'y').rating)
  })
})

describe('ties only', () => {
  it.each(['tie', 'both_bad'] as const)('%s: equal ratings with an interval of width', (choice) => {
    const board = boardOf(['x', 'y', choice, 200], ['y', 'z', choice, 200])
    for (const row of board.rows) {
      expect(row.rating).toBeCloseTo(1000, 9)
      expect(row.standardError).toBeGreaterThan(1)
      expect(row.rank).toEqual([1, 3])
    }
  })

  it('two models: the error of a fair coin', () => {
    const board = boardOf(['x', 'y', 'tie', 100])
    // Variance of the difference is 1 / (n p (1 − p)); each model carries half of its root.
    expect(rowOf(board, 'x').standardError).toBeCloseTo((400 / Math.LN10) * (1 / 5 / 2), 9)
  })

  it('one model of many: no narrower than its few votes allow', () => {
    const battles: Battle[] = [
      ['x', 'y', 'a', 500],
      ['x', 'y', 'b', 400],
    ]
    const board = boardOf(...battles, ['z', 'x', 'tie', 40])
    expect(rowOf(board, 'z').standardError).toBeGreaterThan(2 * rowOf(board, 'x').standardError)
  })
})

describe('few votes with ties among them', () => {
  const versus = (ties: number): Battle[] => [
    ['x', 'y', 'a', 500],
    ['x', 'y', 'b', 400],
    ['new', 'x', 'a', 2],
    ['new', 'x', 'b', 2],
    ['new', 'x', 'tie', ties],
  ]
  const errorOf = (ties: number): number => rowOf(boardOf(...versus(ties)), 'new').standardError

  it('has the model-based error up to 29 votes, its own noise from 30', () => {
    expect(errorOf(25)).toBeGreaterThan(1.5 * errorOf(26))
  })
})

describe('few decided votes that ended as was to be expected', () => {
  const board = boardOf(
    ['high', 'mid', 'a', 9900],
    ['high', 'mid', 'b', 100],
    ['mid', 'low', 'a', 9900],
    ['mid', 'low', 'b', 100],
    ['new', 'low', 'a', 1],
    ['new', 'high', 'b', 1],
  )

  it('tell next to nothing, and have an error that says so', () => {
    const { rating, standardError, rank } = rowOf(board, 'new')
    expect(rowOf(board, 'high').rating).toBeCloseTo(1798, -1)
    expect(rating).toBeCloseTo(1000, 6)
    // The information of two battles at a chance of 1 % each; a quarter of the mean is the model itself.
    const alone = (400 / Math.LN10) * (1 / Math.sqrt(2 * 0.01 * 0.99))
    expect(standardError).toBeGreaterThan(0.74 * alone)
    expect(rank).toEqual([1, 4])
  })
})

describe('two groups that never met', () => {
  const board = boardOf(
    ['a1', 'a2', 'a', 6],
    ['a1', 'a2', 'b', 5],
    ['b1', 'b2', 'a', 3],
    ['b1', 'b2', 'b', 7],
  )

  it('ranks the one with more battles, the other is provisional', () => {
    expect(column(board, ['a1', 'a2', 'b1', 'b2'], 'rank')).toEqual([[1, 2], [1, 2], null, null])
    expect(rowOf(board, 'b2').rating).toBeGreaterThan(rowOf(board, 'b1').rating)
  })

  it('prefers the group with the first name where both have as many', () => {
    const even = boardOf(['n', 'm', 'tie'], ['k', 'l', 'tie'])
    expect(column(even, ['k', 'l', 'm', 'n'], 'rank')).toEqual([[1, 2], [1, 2], null, null])
  })
})

describe('provisional models whose votes contradict each other', () => {
  const board = boardOf(
    ['m', 'n', 'tie', 1_000_000],
    ['strong', 'weak', 'a', 100_000],
    // A tie with both, though one never loses to the other.
    ['strong', 'bridge', 'tie'],
    ['bridge', 'weak', 'tie'],
  )

  it('have the larger of two errors: their own noise, or what the prior allows', () => {
    // Both errors computed elsewhere by matrix inversion.
    expect(rowOf(board, 'strong').standardError).toBeCloseTo(14777.9399, 3)
    expect(rowOf(board, 'bridge').standardError).toBeCloseTo(487.8272674, 6)
    expect(column(board, ['strong', 'bridge', 'weak'], 'rank')).toEqual([null, null, null])
  })
})

describe('a cycle of wins', () => {
  it('is connected: equal ratings, ranked', () => {
    const board = boardOf(['x', 'y', 'a', 10], ['y', 'z', 'a', 10], ['z', 'x', 'a', 10])
    for (const row of board.rows) {
      expect(row.rating).toBeCloseTo(1000, 9)
      expect(row.rank).toEqual([1, 3])
    }
  })
})

describe('few votes', () => {
  const board = boardOf(
    ['x', 'y', 'a', 16],
    ['x', 'y', 'b', 13],
    ['z', 'x', 'a', 16],
    ['z', 'x', 'b', 14],
  )

  it('marks a connected model provisional below 30 votes, and ranks it', () => {
    expect(rowOf(board, 'y')).toMatchObject({ votes: 29, provisional: true })
    expect(rowOf(board, 'y').rank).not.toBeNull()
    expect(rowOf(board, 'z')).toMatchObject({ votes: 30, provisional: false })
  })

  it('takes another threshold', () => {
    const strict = standingsOf(countsOf([['x', 'y', 'tie', 99]]), { fewBattles: 100 })
    expect(strict.rows.map((row) => row.provisional)).toEqual([true, true])
  })
})

describe('extreme counts', () => {
  it('one loss against a thousand million wins is still an exact fit', () => {
    const board = boardOf(['x', 'y', 'a', 1e9], ['x', 'y', 'b', 1])
    const difference = rowOf(board, 'x').rating - rowOf(board, 'y').rating
    expect(difference).toBeCloseTo(400 * 9, 6)
    // Variance of the difference is 1 / (n p q); each model carries half of its root.
    const expected = (400 / Math.LN10) * (Math.sqrt(1 + 1e-9) / 2)
    expect(Math.abs(rowOf(board, 'x').standardError / expected - 1)).toBeLessThan(1e-10)
  })

  it('a long chain, each step a hundred to one', () => {
    const names = Array.from({ length: 60 }, (_, i) => `m${String(i).padStart(2, '0')}`)
    const battles = names.slice(1).flatMap((name, i): Battle[] => [
      [name, names[i]!, 'a', 100],
      [name, names[i]!, 'b', 1],
    ])
    const board = boardOf(...battles)
    expect(board.rows[0]!.rating - board.rows.at(-1)!.rating).toBeCloseTo(59 * 400 * 2, 5)
  })
})
