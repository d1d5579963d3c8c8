import { studentBelow, studentQuantile } from '#server/domain/rating/algebra/student'
import { standingsOf, type BoardOptions } from '#server/domain/rating/board'
import { ClusterCounts } from '#server/domain/rating/cluster-counts'
import { compare } from '#server/domain/rating/compare/comparison'
import { Z95 } from '#server/domain/rating/scale'
import { bonferroni } from '#server/domain/rating/simultaneous'
import { presentVoters } from '#server/leaderboard/board.presenter'
import { describe, expect, it } from 'vitest'
import { countsOf, rowOf, type Battle } from '../../support/ratings-counts.js'

const POINTS = 400 / Math.LN10

/** A board with the votes of each voter, and the same without a word of who voted. */
function boardsOf(voters: readonly (readonly Battle[])[], options: BoardOptions = {}) {
  const clusters = new ClusterCounts()
  for (const [voter, battles] of voters.entries()) {
    for (const [a, b, choice, times = 1] of battles) {
      for (let i = 0; i < times; i += 1) clusters.add(String(voter), a, b, choice)
    }
  }
  const counts = countsOf(voters.flat())
  return {
    byVoter: standingsOf(counts, { ...options, clusters }),
    plain: standingsOf(counts, options),
  }
}

const versus = (wins: number, losses: number): Battle[] => [
  ['x', 'y', 'a', wins],
  ['x', 'y', 'b', losses],
]
const circle: Battle[] = [...versus(60, 40), ['y', 'z', 'a', 30], ['y', 'z', 'b', 25]]

describe("Student's t", () => {
  it.each([
    [1, 12.706204736432095],
    [2, 4.302652729911275],
    [4, 2.7764451051977987],
    [9, 2.2621571628540993],
    [30, 2.0422724563012373],
  ])('of %d degrees has the quantile of the tables', (degrees, quantile) => {
    expect(studentQuantile(0.975, degrees)).toBeCloseTo(quantile, 9)
    expect(studentBelow(quantile, degrees)).toBeCloseTo(0.975, 10)
    expect(studentBelow(-quantile, degrees)).toBeCloseTo(0.025, 10)
  })

  it('goes over into the normal one without a step', () => {
    expect(studentQuantile(0.975, 1000)).toBeCloseTo(1.9623390808264078, 9)
    // From 1000 to 1001 it falls by 2.4e-6.
    expect(studentQuantile(0.975, 1001)).toBeCloseTo(studentQuantile(0.975, 1000), 4)
    expect(studentQuantile(0.975, 1e9)).toBeCloseTo(Z95, 8)
  })
})

describe('errors by voter', () => {
  it('of one voter are those without: one cluster tells nothing', () => {
    const { byVoter, plain } = boardsOf([circle])
    expect(plain.rows[0]!.standardError).toBeGreaterThan(1)
    expect(byVoter.rows).toEqual(plain.rows)
    expect(compare(byVoter.ranked, 'x', 'y')).toEqual(compare(plain.ranked, 'x', 'y'))
    expect(byVoter.clusters).toEqual({ all: 1, fewest: 1 })
  })

  it('of one voter are no smaller at once either', () => {
    const { byVoter, plain } = boardsOf([circle], { simultaneous: true })
    expect(byVoter.rows).toEqual(plain.rows)
  })

  it('of two who agree are no smaller than without, and as wide as one degree of freedom makes them', () => {
    const { byVoter, plain } = boardsOf([versus(30, 20), versus(30, 20)])
    const [mine, other] = [rowOf(byVoter, 'x'), rowOf(plain, 'x')]
    expect(mine.standardError).toBeCloseTo(other.standardError, 9)
    expect(mine.upper - mine.lower).toBeCloseTo(2 * 12.706204736432 * mine.standardError, 6)
    const [a, b] = [byVoter, plain].map(({ ranked }) => compare(ranked, 'x', 'y')!)
    expect(a!.fixed.upper - a!.difference).toBeCloseTo(
      (12.706204736432 / Z95) * (b!.fixed.upper - b!.difference),
      6,
    )
    expect(a!.better).toBeLessThan(b!.better)
  })

  it('of five are those of the formula: C / (C − 1) Σ g², and the t of four degrees', () => {
    const won = [20, 2, 18, 1, 19]
    const { byVoter, plain } = boardsOf(won.map((wins) => versus(wins, 20 - wins)))
    const p = won.reduce((sum, wins) => sum + wins, 0) / 100
    const noise = (5 / 4) * won.reduce((sum, wins) => sum + (wins - 20 * p) ** 2, 0)
    const error = (POINTS * Math.sqrt(noise)) / (100 * p * (1 - p)) / 2
    const row = rowOf(byVoter, 'x')
    expect(row.standardError).toBeCloseTo(error, 9)
    expect(row.standardError).toBeGreaterThan(3 * rowOf(plain, 'x').standardError)
    expect(byVoter.critical).toBeCloseTo(2.7764451051978, 9)
    expect(row.upper - row.rating).toBeCloseTo(2.7764451051978 * error, 6)
  })

  it('hold at once with the share of each by Bonferroni', () => {
    const voters = Array.from({ length: 5 }, () => circle)
    const { byVoter } = boardsOf(voters, { simultaneous: true })
    expect(byVoter.critical).toBeCloseTo(studentQuantile(1 - 0.05 / 6, 4), 9)
    expect(byVoter.critical).toBeGreaterThan(bonferroni(3))
  })

  it('are not zero for a model that one of many voters met', () => {
    const many = Array.from({ length: 30 }, () => versus(3, 2))
    const alone: Battle[] = [
      ['rare', 'x', 'a', 40],
      ['rare', 'x', 'b', 40],
    ]
    const { byVoter, plain } = boardsOf([...many, alone])
    expect(rowOf(byVoter, 'rare').standardError).toBeGreaterThanOrEqual(
      rowOf(plain, 'rare').standardError,
    )
    expect(byVoter.clusters).toEqual({ all: 31, fewest: 1 })
  })

  it('allow for voters in rows that are provisional', () => {
    const main: Battle[] = [['m', 'n', 'tie', 500]]
    // A chain of models that never met those, of which one voter finds each better than the next, another worse.
    const chain = (choice: 'a' | 'b'): Battle[] =>
      Array.from({ length: 7 }, (_, i) => [`p${i}`, `p${i + 1}`, choice, 20])
    const { byVoter, plain } = boardsOf([main, chain('a'), chain('b')])
    expect(rowOf(byVoter, 'p0').rank).toBeNull()
    expect(rowOf(byVoter, 'p0').standardError).toBeGreaterThan(2 * rowOf(plain, 'p0').standardError)
    const one = boardsOf([main, [...chain('a'), ...chain('b')]])
    expect(rowOf(one.byVoter, 'p0').standardError).toBe(rowOf(one.plain, 'p0').standardError)
  })

  it('say how many voters there are, and whether they are too few', () => {
    const votersOf = (count: number) =>
      presentVoters(boardsOf(Array.from({ length: count }, () => circle)).byVoter).voters
    expect(votersOf(9)).toEqual({ all: 9, fewest: 9, few: true })
    expect(votersOf(10)).toEqual({ all: 10, fewest: 10, few: false })
    expect(presentVoters(boardsOf([circle]).plain)).toEqual({})
  })
})
