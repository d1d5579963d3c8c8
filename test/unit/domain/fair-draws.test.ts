import { describe, expect, it } from 'vitest'
import { CryptoRandom } from '#server/config/system-clock'
import { drawPair } from '#server/domain/pairing/draw-pair'
import { SeededRandom } from '../../support/seeded-random.js'

const POOL = Array.from({ length: 8 }, (_, index) => ({ name: `model ${index}`, weight: 1 }))
const PAIRS = (POOL.length * (POOL.length - 1)) / 2
/** Of chi-squared with 27 degrees of freedom, above which p is below 0.001 and below 1e-9. */
const CHI_SQUARED = { seeded: 55.48, lucky: 98.4 }

function tally(draws: number, random: { next(): number }) {
  const left = new Map<string, number>()
  const total = new Map<string, number>()
  const pairs = new Map<string, number>()
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1)
  for (let index = 0; index < draws; index += 1) {
    const names = drawPair(POOL, random).pair.map(({ name }) => name)
    if (names[0] === names[1]) throw new Error('a model met itself')
    count(left, names[0]!)
    for (const name of names) count(total, name)
    count(pairs, [...names].sort().join())
  }
  const shares = [...total].map(([name, times]) => (left.get(name) ?? 0) / times)
  const expected = draws / PAIRS
  const chiSquared = [...pairs.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0)
  const times = [...total.values()]
  return {
    seen: pairs.size,
    sideBias: Math.max(...shares.map((share) => Math.abs(share - 0.5))),
    firstBias: Math.abs(
      [...left].filter(([name]) => name < 'model 4').reduce((s, [, n]) => s + n, 0) / draws - 0.5,
    ),
    chiSquared,
    uneven: Math.max(...times) / Math.min(...times),
  }
}

describe('draws among equal models are fair', () => {
  it('in 10,000 seeded draws: sides, pairs and shares', () => {
    const { seen, sideBias, firstBias, chiSquared, uneven } = tally(10_000, new SeededRandom(3))
    process.stdout.write(
      `10,000 draws: sides off by ${(100 * sideBias).toFixed(2)} points at most, chi-squared ${chiSquared.toFixed(1)} of 27, shares 1 to ${uneven.toFixed(3)}\n`,
    )
    expect(seen).toBe(PAIRS)
    expect(firstBias).toBeLessThan(0.015)
    expect(sideBias).toBeLessThan(0.03)
    expect(chiSquared).toBeLessThan(CHI_SQUARED.seeded)
    expect(uneven).toBeLessThan(1.15)
  })

  it('by the chance of the running server too, within bounds that no luck reaches', () => {
    const { seen, sideBias, chiSquared } = tally(10_000, new CryptoRandom())
    expect(seen).toBe(PAIRS)
    expect(sideBias).toBeLessThan(0.07)
    expect(chiSquared).toBeLessThan(CHI_SQUARED.lucky)
  })
})
