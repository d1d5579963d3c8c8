import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawPair } from '#server/domain/pairing/draw-pair'
import { holds } from '../../support/holds.js'

const models = (weights: number[]) =>
  weights.map((weight, index) => ({ name: `m${index}`, weight }))

/** A small seeded generator, https://en.wikipedia.org/wiki/Linear_congruential_generator */
function seeded(seed: number) {
  let state = seed
  return { next: () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32 }
}

describe('the draw of a pair', () => {
  it('needs two models with a weight', () => {
    expect(() => drawPair(models([1, 0]), seeded(1))).toThrow(/two models/)
  })

  it('never draws a model against itself or one without a weight', () => {
    holds(
      'pairs-of-two',
      fc.property(
        fc.integer(),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2 }),
        (seed, w) => {
          const { pair } = drawPair(models([...w, 0]), seeded(Math.abs(seed)))
          expect(pair[0]).not.toBe(pair[1])
          expect(pair.every((model) => model.weight > 0)).toBe(true)
        },
      ),
    )
  })

  it('states a probability that its frequency confirms, and shuffles the sides evenly', () => {
    const pool = models([1, 2, 3, 4])
    const random = seeded(7)
    const seen = new Map<string, { count: number; probability: number }>()
    let lowFirst = 0
    const draws = 40_000
    for (let index = 0; index < draws; index += 1) {
      const { pair, probability } = drawPair(pool, random)
      const names = pair.map((model) => model.name)
      if (names[0]! < names[1]!) lowFirst += 1
      const key = names.sort().join()
      seen.set(key, { count: (seen.get(key)?.count ?? 0) + 1, probability })
    }
    expect(lowFirst / draws).toBeCloseTo(0.5, 1)
    const total = [...seen.values()].reduce((sum, pair) => sum + pair.probability, 0)
    expect(total).toBeCloseTo(1, 12)
    for (const { count, probability } of seen.values()) {
      expect(Math.abs(count / draws - probability)).toBeLessThan(0.01)
    }
  })
})
