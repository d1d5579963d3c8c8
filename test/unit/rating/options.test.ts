import { normalBelow, normalQuantile } from '#server/domain/rating/algebra/normal'
import { standingsOf } from '#server/domain/rating/board'
import { ClusterCounts } from '#server/domain/rating/cluster-counts'
import { Z95 } from '#server/domain/rating/scale'
import { bonferroni, simultaneousCritical } from '#server/domain/rating/simultaneous'
import { describe, expect, it } from 'vitest'
import { column, countsOf, rowOf, type Battle } from '../../support/ratings-counts.js'

const lopsided: Battle[] = [
  ['x', 'y', 'a', 6000],
  ['x', 'y', 'b', 4000],
  ['y', 'z', 'a', 30],
  ['y', 'z', 'b', 20],
  ['x', 'z', 'a', 20],
  ['x', 'z', 'b', 30],
]

describe('the normal distribution', () => {
  it.each([
    [0, 0.5],
    [1, 0.8413447460685429],
    [-1.959963984540054, 0.025],
    [4, 0.9999683287581669],
    [9, 1],
    [-9, 0],
  ])('below %d', (x, share) => expect(normalBelow(x)).toBeCloseTo(share, 14))

  it('has its quantiles', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(Z95, 11)
    expect(normalQuantile(0.1)).toBeCloseTo(-1.2815515655446004, 11)
  })
})

describe('intervals that hold all at once', () => {
  it('are a little narrower than Bonferroni has them, where strengths are almost independent', () => {
    const size = 129
    const covariance = new Float64Array(size * size).fill(-1 / size)
    for (let i = 0; i < size; i += 1) covariance[i * (size + 1)]! += 1
    // Max-t of 129 models: 3.54 in the figures of others, Bonferroni 3.55.
    expect(Math.abs(simultaneousCritical(covariance, size) - 3.54)).toBeLessThan(0.03)
    expect(bonferroni(size)).toBeCloseTo(3.55, 2)
  })

  it('are as wide as each alone for two models, whose errors are one', () => {
    const board = standingsOf(countsOf([lopsided[0]!, lopsided[1]!]), { simultaneous: true })
    expect(Math.abs(board.critical - Z95)).toBeLessThan(0.05)
  })

  it('are wider for three, and the same every time', () => {
    const board = standingsOf(countsOf(lopsided), { simultaneous: true })
    expect(board.critical).toBeGreaterThan(2.05)
    expect(board.critical).toBeLessThan(bonferroni(3))
    expect(standingsOf(countsOf(lopsided), { simultaneous: true })).toEqual(board)
    const [row] = board.rows
    expect(row!.upper - row!.lower).toBeCloseTo(2 * board.critical * row!.standardError, 9)
  })

  it('are those of Bonferroni where there is no noise to draw', () => {
    const board = standingsOf(countsOf([['x', 'y', 'tie', 9]]), { simultaneous: true })
    expect(board.critical).toBe(bonferroni(2))
  })
})

describe('pairs that count alike however often they were drawn', () => {
  it('let ten thousand battles of one pair weigh no more than fifty of another', () => {
    const plain = standingsOf(countsOf(lopsided))
    const even = standingsOf(countsOf(lopsided), { reweight: true })
    expect(column(plain, ['x'], 'rating')[0]).toBeGreaterThan(column(plain, ['y'], 'rating')[0]!)
    // A cycle of equal shares, each pair alike: nobody is ahead.
    for (const { rating } of even.rows) expect(rating).toBeCloseTo(1000, 9)
    expect(rowOf(even, 'x').standardError).toBeGreaterThan(rowOf(plain, 'x').standardError)
  })

  it('give the error of the weighted sums', () => {
    const battles: Battle[] = [
      ['x', 'y', 'a', 60],
      ['x', 'y', 'b', 40],
    ]
    const [plain, even] = [{}, { reweight: true }].map((options) =>
      rowOf(standingsOf(countsOf(battles), options), 'x'),
    )
    // With one pair its weight cancels.
    expect(even!.standardError).toBeCloseTo(plain!.standardError, 9)
  })
})

describe('clusters', () => {
  const battles: Battle[] = [
    ['x', 'y', 'a', 60],
    ['x', 'y', 'b', 40],
  ]
  const boardBy = (size: number) => {
    const clusters = new ClusterCounts()
    for (const [a, b, choice, times] of battles) {
      for (let i = 0; i < times!; i += 1) {
        clusters.add(`${choice} ${Math.floor(i / size)}`, a, b, choice)
      }
    }
    return standingsOf(countsOf(battles), { clusters })
  }

  const plain = rowOf(standingsOf(countsOf(battles)), 'x').standardError
  const factor = (clusters: number): number => Math.sqrt(clusters / (clusters - 1))

  it('of one vote each change nothing but for the factor of their number', () => {
    expect(rowOf(boardBy(1), 'x').standardError).toBeCloseTo(factor(100) * plain, 9)
  })

  it('of four equal votes each make errors twice as wide', () => {
    expect(rowOf(boardBy(4), 'x').standardError).toBeCloseTo(2 * factor(25) * plain, 9)
  })

  it('count the share that a vote has in its battle', () => {
    const clusters = new ClusterCounts()
    clusters.add('one', 'y', 'x', 'tie', 2)
    clusters.add('two', 'x', 'y', 'a', 2)
    expect(clusters.of(['x', 'y'])).toEqual([
      [{ a: 0, b: 1, battles: 0.5, points: 0.25 }],
      [{ a: 0, b: 1, battles: 0.5, points: 0.5 }],
    ])
  })
})
