import { PairCounts } from '#server/domain/rating/pair-counts'
import { describe, expect, it } from 'vitest'
import { countsOf, pairsIn } from '../../support/ratings-counts.js'

describe('counts of pairs', () => {
  it('keep the four outcomes apart, whichever side a model stood on', () => {
    const counts = countsOf([
      ['x', 'y', 'a'],
      ['y', 'x', 'a'],
      ['y', 'x', 'b'],
      ['y', 'x', 'tie'],
      ['x', 'y', 'both_bad', 3],
    ])
    expect(pairsIn(counts)).toEqual([
      {
        a: 'x',
        b: 'y',
        tally: { a: 2, b: 1, tie: 1, both_bad: 3 },
        battles: 7,
        points: 4,
        squares: 3,
        weight: 1,
      },
    ])
  })

  it('forget a model whose last vote was taken back', () => {
    const counts = countsOf([
      ['x', 'y', 'a'],
      ['x', 'z', 'tie'],
    ])
    counts.subtract('z', 'x', 'tie')
    expect(counts.models()).toEqual(['x', 'y'])
    expect(pairsIn(counts)).toHaveLength(1)
  })

  it('refuse to take back what was never counted', () => {
    const counts = countsOf([['x', 'y', 'a']])
    expect(() => counts.subtract('x', 'y', 'b')).toThrow(RangeError)
    expect(() => counts.subtract('x', 'w', 'a')).toThrow(RangeError)
    expect(counts.models()).toEqual(['x', 'y'])
  })

  it('refuse a model that meets itself', () => {
    expect(() => new PairCounts().add('x', 'x', 'tie')).toThrow(RangeError)
  })
})
