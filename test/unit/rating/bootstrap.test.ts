import { SeededRandom } from '#server/domain/rating/algebra/seeded-random'
import { standingsOf } from '#server/domain/rating/board'
import { binomial, bootstrap } from '#server/domain/rating/fit/bootstrap'
import { describe, expect, it } from 'vitest'
import { countsOf, type Battle } from '../../support/ratings-counts.js'

const battles: Battle[] = [
  ['w', 'x', 'a', 300],
  ['w', 'x', 'b', 200],
  ['w', 'x', 'tie', 150],
  ['x', 'y', 'a', 260],
  ['x', 'y', 'b', 240],
  ['y', 'z', 'a', 90],
  ['y', 'z', 'b', 50],
  ['w', 'z', 'b', 100],
  ['w', 'z', 'a', 180],
]

describe('the bootstrap', () => {
  it.each([
    [10, 0.3],
    [1000, 0.01],
    [5000, 0.4],
    [200, 0.95],
  ])('draws %d trials with the chance %d', (n, p) => {
    const random = new SeededRandom(3)
    const draws = Array.from({ length: 20_000 }, () => binomial(n, p, random))
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length
    const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length
    expect(draws.every((x) => Number.isInteger(x) && x >= 0 && x <= n)).toBe(true)
    expect(Math.abs(mean / (n * p) - 1)).toBeLessThan(0.02)
    expect(Math.abs(variance / (n * p * (1 - p)) - 1)).toBeLessThan(0.04)
  })

  it('finds the errors that the sandwich has', () => {
    const counts = countsOf(battles)
    const { ranked } = standingsOf(counts)
    const pairs = counts.pairs(ranked.models)
    const found = bootstrap(pairs, ranked.theta, 2000, new SeededRandom(1))
    for (const [i, { lower, upper, deviation }] of found.entries()) {
      const error = Math.sqrt(ranked.sandwich[i * (found.length + 1)]!)
      expect(Math.abs(deviation / error - 1)).toBeLessThan(0.06)
      expect(Math.abs((upper - lower) / (2 * 1.96 * error) - 1)).toBeLessThan(0.08)
      expect(lower).toBeLessThan(ranked.theta[i]!)
      expect(upper).toBeGreaterThan(ranked.theta[i]!)
    }
  })

  it('is the same for the same seed', () => {
    const counts = countsOf(battles)
    const { ranked } = standingsOf(counts)
    const run = () => bootstrap(counts.pairs(ranked.models), ranked.theta, 20, new SeededRandom(5))
    expect(run()).toEqual(run())
  })

  it('takes a battle that ten people voted on for one', () => {
    const counts = countsOf([])
    for (let i = 0; i < 200; i += 1) {
      counts.addBattle('x', 'y', { a: 4 + (i % 5), b: 6 - (i % 5), tie: 0, both_bad: 0 })
    }
    const { ranked } = standingsOf(counts)
    const [found] = bootstrap(counts.pairs(ranked.models), ranked.theta, 1000, new SeededRandom(2))
    expect(Math.abs(found!.deviation / Math.sqrt(ranked.sandwich[0]!) - 1)).toBeLessThan(0.1)
  })
})
