import type { Settings } from '#server/config/settings'
import { oneVote, sumsOfBattle } from '#server/domain/rating/observation'
import type { PairRow } from '#server/domain/rating/pair-rows'
import { runJob, type JobKind, type Jobs } from '#server/leaderboard/fit/fit-job'
import type { ContestantService } from '#server/leaderboard/contestant.service'
import type { Fitter } from '#server/leaderboard/fit/fitter'
import { SliceRatings } from '#server/leaderboard/slice-ratings'
import type { SliceSpec } from '#server/leaderboard/slice-spec'
import type { OwnVoteRepository } from '#server/storage/votes/own-vote.repository'
import type { PairCountRepository } from '#server/storage/boards/pair-count.repository'
import type { RatedVoteRepository, VotedBattle } from '#server/storage/boards/rated-vote.repository'
import { beforeEach, describe, expect, it } from 'vitest'
import { ManualClock } from '../../support/manual-clock.js'
import { aBattle } from '../../support/vote-store.js'
import { aSpec, aChange } from './support.js'

/** Counts whose loading a test ends by hand. */
class SlowCounts {
  readonly loads: { slice: string; end: (rows: PairRow[]) => void; fail: () => void }[] = []

  load({ category }: SliceSpec): Promise<PairRow[]> {
    return new Promise((resolve, reject) => {
      this.loads.push({ slice: category, end: resolve, fail: () => reject(new Error('disk')) })
    })
  }
}
const votes = (times: number): PairRow[] =>
  Array.from({ length: times }, () => ({
    versionA: 'x',
    versionB: 'y',
    sums: sumsOfBattle(oneVote('tie')),
  }))

const overall = aSpec()
const code = aSpec({ category: 'code' })

describe('the ratings of a slice', () => {
  let counts: SlowCounts
  let clock: ManualClock
  let ratings: SliceRatings
  let jobs: Jobs[JobKind]['input'][]
  let read: VotedBattle[] = []
  beforeEach(() => {
    counts = new SlowCounts()
    clock = new ManualClock()
    jobs = []
    const fitter = {
      run: <K extends JobKind>(kind: K, input: Jobs[K]['input']) => {
        jobs.push(input)
        return Promise.resolve(runJob(kind, input))
      },
    }
    ratings = new SliceRatings(
      counts as unknown as PairCountRepository,
      { load: () => Promise.resolve(votes(7)) } as unknown as OwnVoteRepository,
      { battles: () => [read] } as unknown as RatedVoteRepository,
      fitter as unknown as Fitter,
      { labels: () => Promise.resolve(new Map()) } as unknown as ContestantService,
      { modelMinVotes: 30, boardMinVotes: 3 } as Settings,
      clock,
    )
  })

  it('are fitted once for all who ask, until its counts change, and then from where they stood', async () => {
    const asked = [ratings.of(overall), ratings.of(aSpec())]
    counts.loads[0]!.end(votes(1))
    expect((await asked[0]!).standings.votes).toBe(1)
    expect(await asked[1]).toBe(await asked[0])
    expect(await ratings.of(overall)).toBe(await asked[0])
    expect(counts.loads).toHaveLength(1)

    clock.advance(5000)
    ratings.outdate(aChange())
    const next = ratings.of(overall)
    counts.loads[1]!.end(votes(2))
    expect((await next).standings.votes).toBe(2)
    expect((await next).updatedAt - (await asked[0]!).updatedAt).toBe(5000)
    expect(jobs[1]).toHaveProperty('before', (await asked[0]!).standings)
  })

  it('are kept apart by slice', async () => {
    const [one, two] = [ratings.of(overall), ratings.of(code)]
    counts.loads[1]!.end(votes(2))
    counts.loads[0]!.end(votes(1))
    expect([(await one).standings.votes, (await two).standings.votes]).toEqual([1, 2])
    ratings.outdate(aChange({ slice: 'real/code' }))
    void ratings.of(overall)
    void ratings.of(code)
    expect(counts.loads.map(({ slice }) => slice)).toEqual(['overall', 'code', 'code'])
  })

  it('asked for after a vote hold it, though an older fit is still under way', async () => {
    const before = ratings.of(overall)
    ratings.outdate(aChange())
    const after = ratings.of(overall)
    counts.loads[1]!.end(votes(2))
    counts.loads[0]!.end(votes(1))
    await before
    expect((await after).standings.votes).toBe(2)
    expect((await ratings.of(overall)).standings.votes).toBe(2)
  })

  it('are tried again after a failure', async () => {
    const failed = ratings.of(overall)
    counts.loads[0]!.fail()
    await expect(failed).rejects.toThrow('disk')
    const again = ratings.of(overall)
    counts.loads[1]!.end(votes(1))
    expect((await again).standings.votes).toBe(1)
  })

  it('of one’s own votes are made of nobody else’s', async () => {
    expect((await ratings.of(aSpec({ voterId: 'me' }))).standings.votes).toBe(7)
    expect(counts.loads).toEqual([])
  })

  it('know of style only where there are enough votes for ranks', async () => {
    const style = JSON.stringify({ length: 1, headings: 0, lists: 0, bold: 0 })
    const ratingsOf = async (times: number, from: number) => {
      read = Array.from({ length: times }, (_, i) => ({
        ...aBattle({ id: `b${i}` }),
        ...{ styleA: style, styleB: style, votes: [{ voterId: 'x', choice: 'tie' as const }] },
      }))
      return (await ratings.of(aSpec({ styleControl: true, from }))).standings
    }
    expect(await ratingsOf(2, 1)).toMatchObject({ votes: 2, style: { coefficients: [] } })
    expect(jobs.at(-1)).not.toHaveProperty('columns')
    expect(await ratingsOf(3, 2)).toMatchObject({ votes: 3 })
    expect(jobs.at(-1)).toHaveProperty('columns')
  })

  it('that need votes one by one count in no picture what the board does not', async () => {
    const votes = [{ voterId: 'x', choice: 'a' as const }]
    read = [{ ...aBattle({ id: 'b' }), votes }]
    for (const method of ['styleControl', 'voterErrors'] as const) {
      const { rows, standings } = await ratings.of(aSpec({ [method]: true }))
      expect([standings.votes, rows]).toEqual([
        1,
        [{ versionA: 'v1', versionB: 'v2', sums: sumsOfBattle(oneVote('a')) }],
      ])
    }
    expect(counts.loads).toEqual([])
  })

  it('of many slices do not pile up', async () => {
    for (let from = 1; from <= 300; from += 1) void ratings.of(aSpec({ from }))
    expect(counts.loads).toHaveLength(300)
    void ratings.of(aSpec({ from: 300 }))
    expect(counts.loads).toHaveLength(300)
    void ratings.of(aSpec({ from: 1 }))
    expect(counts.loads).toHaveLength(301)
    await Promise.resolve()
  })
})
