import { PairCounts } from '#server/domain/rating/pair-counts'
import { SliceRatings } from '#server/leaderboard/slice-ratings'
import type { PairCountRepository } from '#server/storage/pair-count.repository'
import { beforeEach, describe, expect, it } from 'vitest'
import { countsOf } from '../../support/ratings-counts.js'
import { ManualClock } from '../../support/manual-clock.js'

/** Counts whose loading a test ends by hand. */
class SlowCounts {
  readonly loads: { slice: string; end: (counts: PairCounts) => void; fail: () => void }[] = []

  load(slice: string): Promise<PairCounts> {
    return new Promise((resolve, reject) => {
      this.loads.push({ slice, end: resolve, fail: () => reject(new Error('disk')) })
    })
  }
}
const votes = (times: number): PairCounts => countsOf([['x', 'y', 'tie', times]])

describe('the ratings of a slice', () => {
  let counts: SlowCounts
  let clock: ManualClock
  let ratings: SliceRatings
  beforeEach(() => {
    counts = new SlowCounts()
    clock = new ManualClock()
    ratings = new SliceRatings(counts as unknown as PairCountRepository, clock)
  })

  it('are fitted once for all who ask, until its counts change', async () => {
    const asked = [ratings.of('s'), ratings.of('s')]
    counts.loads[0]!.end(votes(1))
    expect((await asked[0]!).standings.votes).toBe(1)
    expect(await asked[1]).toBe(await asked[0])
    expect(await ratings.of('s')).toBe(await asked[0])
    expect(counts.loads).toHaveLength(1)

    clock.advance(5000)
    ratings.outdate(['s', 'other'])
    const next = ratings.of('s')
    counts.loads[1]!.end(votes(2))
    expect((await next).standings.votes).toBe(2)
    expect((await next).updatedAt - (await asked[0]!).updatedAt).toBe(5000)
  })

  it('are kept apart by slice', async () => {
    const [one, two] = [ratings.of('one'), ratings.of('two')]
    counts.loads[1]!.end(votes(2))
    counts.loads[0]!.end(votes(1))
    expect([(await one).standings.votes, (await two).standings.votes]).toEqual([1, 2])
    ratings.outdate(['two'])
    void ratings.of('one')
    void ratings.of('two')
    expect(counts.loads.map(({ slice }) => slice)).toEqual(['one', 'two', 'two'])
  })

  it('asked for after a vote hold it, though an older fit is still under way', async () => {
    const before = ratings.of('s')
    ratings.outdate(['s'])
    const after = ratings.of('s')
    counts.loads[1]!.end(votes(2))
    counts.loads[0]!.end(votes(1))
    await before
    expect((await after).standings.votes).toBe(2)
    expect((await ratings.of('s')).standings.votes).toBe(2)
  })

  it('are tried again after a failure', async () => {
    const failed = ratings.of('s')
    counts.loads[0]!.fail()
    await expect(failed).rejects.toThrow('disk')
    const again = ratings.of('s')
    counts.loads[1]!.end(votes(1))
    expect((await again).standings.votes).toBe(1)
  })
})
