import { rankRanges } from '#server/domain/rating/ranks'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holds } from '../../support/holds.js'

const interval = (lower: number, upper: number) => ({ lower, upper })

describe('rank ranges', () => {
  it('are certain where no intervals meet', () => {
    expect(rankRanges([interval(10, 20), interval(30, 40), interval(0, 5)])).toEqual([
      [2, 2],
      [1, 1],
      [3, 3],
    ])
  })

  it('span all places that an overlap leaves open', () => {
    expect(rankRanges([interval(10, 30), interval(20, 40), interval(35, 50)])).toEqual([
      [2, 3],
      [1, 3],
      [1, 2],
    ])
  })

  it('take touching intervals for an overlap', () => {
    expect(rankRanges([interval(0, 10), interval(10, 20)])[0]).toEqual([1, 2])
  })

  it('count one by one what lies above', () => {
    const intervals = fc.array(
      fc.tuple(fc.integer({ max: 50, min: 0 }), fc.nat(20)).map(([low, width]) => ({
        lower: low,
        upper: low + width,
      })),
      { maxLength: 12 },
    )
    holds(
      'rank-ranges',
      fc.property(intervals, (all) => {
        const expected = all.map((mine) => {
          const others = all.filter((other) => other !== mine)
          return [
            1 + others.filter((other) => other.lower > mine.upper).length,
            1 + others.filter((other) => other.upper > mine.lower).length,
          ]
        })
        expect(rankRanges(all)).toEqual(expected)
      }),
    )
  })
})
