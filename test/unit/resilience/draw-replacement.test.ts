import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawPair } from '#server/domain/pairing/draw-pair'
import { drawReplacement } from '#server/domain/pairing/draw-replacement'
import { SeededRandom } from '../../support/seeded-random.js'
import { holds } from '../../support/holds.js'

const model = (name: string, weight = 1) => ({ name, weight })
const pool = [model('a'), model('b'), model('c', 2), model('d', 0)]
const random = (seed: number) => new SeededRandom(seed)

describe('who answers in place of a failed model', () => {
  it('is nobody where all others have had a seat or have no weight', () => {
    expect(drawReplacement(pool, pool[0]!, new Set(['a', 'b', 'c']), random(1))).toBeUndefined()
  })

  it('is never one that has had a seat, nor the one opposite', () => {
    holds(
      'replacement-of-nobody-seated',
      fc.property(fc.nat(), fc.subarray(['a', 'b', 'c']), (seed, seated) => {
        const drawn = drawReplacement(pool, pool[0]!, new Set(seated), random(seed))
        expect(['a', 'd', ...seated]).not.toContain(drawn?.model.name)
      }),
    )
  })

  it('makes a pair with the chance that the draw would have given it', () => {
    const drawn = drawReplacement(pool, pool[0]!, new Set(['a', 'b']), random(1))
    expect(drawn?.model.name).toBe('c')
    let asDrawn: number | undefined
    for (let seed = 0; asDrawn === undefined; seed += 1) {
      const { pair, probability } = drawPair(pool, random(seed))
      if (pair.every(({ name }) => name === 'a' || name === 'c')) asDrawn = probability
    }
    expect(drawn?.probability).toBeCloseTo(asDrawn, 12)
  })

  it('knows the chance although the one opposite can no longer be drawn', () => {
    const drawn = drawReplacement(pool.slice(1), pool[0]!, new Set(['a', 'b']), random(1))
    expect(drawn?.probability).toBeCloseTo(5 / 12, 12)
  })
})
