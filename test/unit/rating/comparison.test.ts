import { standingsOf } from '#server/domain/rating/board'
import { alwaysValidReach } from '#server/domain/rating/compare/always-valid'
import { compare } from '#server/domain/rating/compare/comparison'
import { Z95 } from '#server/domain/rating/scale'
import { describe, expect, it } from 'vitest'
import { countsOf, type Battle } from '../../support/ratings-counts.js'

const POINTS = 400 / Math.LN10
const comparisonOf = (a: string, b: string, ...battles: Battle[]) =>
  compare(standingsOf(countsOf(battles)).ranked, a, b)
const versus = (wins: number, losses: number): Battle[] => [
  ['x', 'y', 'a', wins],
  ['x', 'y', 'b', losses],
]

describe('two models that only met each other', () => {
  const x = comparisonOf('x', 'y', ...versus(120, 80))!

  it('differ by the logit of the share, with the error of a coin', () => {
    const error = 1 / Math.sqrt(200 * 0.6 * 0.4)
    expect(x.winChance).toBeCloseTo(0.6, 12)
    expect(x.difference).toBeCloseTo(POINTS * Math.log(1.5), 9)
    expect(x.standardError).toBeCloseTo(POINTS * error, 9)
    expect(x.fixed.lower).toBeCloseTo(POINTS * (Math.log(1.5) - Z95 * error), 8)
    // Φ(2.8092…) by a table of the normal distribution.
    expect(x.better).toBeCloseTo(0.99752, 5)
  })

  it('are sure for who looks once, and undecided for who looks after every vote', () => {
    expect(x.fixed.lower).toBeGreaterThan(0)
    expect(x.always.lower).toBeLessThan(0)
    expect(x.decided).toBeNull()
  })

  it('are decided by about as many battles more as it says', () => {
    const more = x.moreBattles!
    const after = (battles: number) =>
      comparisonOf('x', 'y', ...versus(120 + 0.6 * battles, 80 + 0.4 * battles))!.decided
    expect(after(more - 1)).toBeNull()
    expect(after(more)).toBe('a')
  })

  it('are the same from the other side', () => {
    const y = comparisonOf('y', 'x', ...versus(120, 80))!
    expect(y.difference).toBeCloseTo(-x.difference, 9)
    expect(y.better).toBeCloseTo(1 - x.better, 12)
    expect(comparisonOf('y', 'x', ...versus(500, 100))).toMatchObject({
      decided: 'b',
      moreBattles: 0,
    })
  })
})

describe('models of which nothing can be told', () => {
  it('are not compared where one has no rank, or with themselves', () => {
    expect(comparisonOf('x', 'new', ...versus(9, 9), ['new', 'x', 'a', 3])).toBeNull()
    expect(comparisonOf('x', 'x', ...versus(9, 9))).toBeNull()
  })

  it('have no number of battles where they seem equal', () => {
    expect(comparisonOf('x', 'y', ...versus(50, 50))).toMatchObject({
      better: 0.5,
      decided: null,
      moreBattles: null,
    })
  })
})

describe('the always-valid reach', () => {
  it('is the published boundary: σ √(2 (t ρ² + 1) / (t² ρ²) · ln(√(t ρ² + 1) / α))', () => {
    const [sigma, t] = [2, 500]
    const rho = 0.4 / sigma
    const published =
      sigma *
      Math.sqrt(
        ((2 * (t * rho ** 2 + 1)) / (t ** 2 * rho ** 2)) *
          Math.log(Math.sqrt(t * rho ** 2 + 1) / 0.05),
      )
    const error = sigma / Math.sqrt(t)
    expect(alwaysValidReach(error) * error).toBeCloseTo(published, 12)
  })
})
