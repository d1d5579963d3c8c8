import { standingsOf, type Standings } from '#server/domain/rating/board'
import { CHOICES } from '#shared/vocabulary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countsOf, rowOf, type Battle } from '../../support/ratings-counts.js'
import { holds, NIGHTLY_TIMES } from '../../support/holds.js'

const MODELS = ['alpha', 'bravo', 'charlie', 'delta', 'echo', 'foxtrot']

const battle = fc
  .tuple(
    fc.subarray(MODELS, { minLength: 2, maxLength: 2 }),
    fc.boolean(),
    fc.constantFrom(...CHOICES),
  )
  .map(([pair, swapped, choice]): Battle => {
    const [first, second] = swapped ? [pair[1]!, pair[0]!] : [pair[0]!, pair[1]!]
    return [first, second, choice]
  })
const battles = fc.array(battle, { maxLength: 120 })

const MIRRORED = { a: 'b', b: 'a', tie: 'tie', both_bad: 'both_bad' } as const
const mirrored = ([modelA, modelB, choice]: Battle): Battle => [modelB, modelA, MIRRORED[choice]]

/** The same but for rounding, which differs with the point from which a fit started. */
function expectSameBoard(actual: Standings, expected: Standings): void {
  expect(actual.votes).toBe(expected.votes)
  expect(actual.rows).toHaveLength(expected.rows.length)
  for (const row of expected.rows) {
    const { rating, standardError, lower, upper, predictedWinRate, ...rest } = row
    const other = rowOf(actual, row.model)
    expect(other).toMatchObject(rest)
    const unit = 1 + standardError
    expect(Math.abs(other.rating - rating) / unit).toBeLessThan(1e-5)
    expect(Math.abs(other.standardError - standardError) / unit).toBeLessThan(1e-5)
    expect(Math.abs(other.lower - lower) / unit).toBeLessThan(1e-5)
    expect(Math.abs(other.upper - upper) / unit).toBeLessThan(1e-5)
    expect(other.predictedWinRate ?? -1).toBeCloseTo(predictedWinRate ?? -1, 7)
  }
}

describe('the board as a function of the votes', { timeout: 30_000 * NIGHTLY_TIMES }, () => {
  it('does not depend on their order, nor on who stood on which side', () => {
    holds(
      'board-whatever-the-order',
      fc.property(battles, fc.infiniteStream(fc.nat()), (votes, keys) => {
        const keyed = votes.map((vote) => ({ vote, key: keys.next().value }))
        const shuffled = keyed.sort((x, y) => x.key - y.key).map(({ vote }) => vote)
        const expected = standingsOf(countsOf(votes))
        expect(standingsOf(countsOf(shuffled))).toEqual(expected)
        expect(standingsOf(countsOf(shuffled.map(mirrored)))).toEqual(expected)
      }),
    )
  })

  it('is exactly the former one after votes were counted and taken back', () => {
    holds(
      'board-after-votes-taken-back',
      fc.property(battles, battles, (votes, withdrawn) => {
        const counts = countsOf([...votes, ...withdrawn])
        for (const [modelA, modelB, choice] of withdrawn) counts.subtract(modelA, modelB, choice)
        expect(standingsOf(counts)).toEqual(standingsOf(countsOf(votes)))
      }),
    )
  })

  it('is exactly the former one after battles of many votes each were changed and changed back', () => {
    const votes = fc.integer({ min: 0, max: 40 })
    const tally = fc.record({ a: votes, b: votes, tie: votes, both_bad: votes })
    const change = fc.record({ pair: battle, before: tally, after: tally })
    holds(
      'board-after-battles-changed-back',
      fc.property(battles, fc.array(change, { maxLength: 40 }), (first, changes) => {
        const counts = countsOf(first)
        const former = standingsOf(counts)
        for (const { pair, after } of changes) counts.addBattle(pair[0], pair[1], after)
        for (const { pair, before, after } of changes) {
          counts.addBattle(pair[0], pair[1], before)
          counts.addBattle(pair[0], pair[1], after, -1)
        }
        for (const { pair, before } of changes) counts.addBattle(pair[0], pair[1], before, -1)
        expect(standingsOf(counts)).toEqual(former)
      }),
    )
  })

  it('is the same from a warm start, whatever board was before and however unlike the counts', () => {
    const times = fc.integer({ min: 0, max: 6 }).map((magnitude) => 10 ** magnitude)
    const heavy = fc.array(
      fc
        .tuple(battle, times)
        .map(([[modelA, modelB, choice], n]): Battle => [modelA, modelB, choice, n]),
      { maxLength: 30 },
    )
    holds(
      'board-from-a-warm-start',
      fc.property(heavy, heavy, (votes, earlier) => {
        const before = standingsOf(countsOf(earlier))
        const cold = standingsOf(countsOf(votes))
        expectSameBoard(standingsOf(countsOf(votes), { before }), cold)
      }),
      { runs: 300 },
    )
  })

  it('has sound figures for any votes', () => {
    holds(
      'board-figures',
      fc.property(battles, (votes) => {
        const board = standingsOf(countsOf(votes))
        expect(board.votes).toBe(votes.length)
        for (const row of board.rows) {
          expect(row.standardError).toBeGreaterThan(0)
          expect(row.lower).toBeLessThan(row.rating)
          expect(row.upper).toBeGreaterThan(row.rating)
          expect(row.wins + row.losses + row.ties).toBe(row.votes)
          expect(row.provisional || row.rank !== null).toBe(true)
        }
      }),
    )
  })

  it('has a mean of 1000 over the ranked models', () => {
    holds(
      'board-mean',
      fc.property(battles, (votes) => {
        const ranked = standingsOf(countsOf(votes)).rows.filter((row) => row.rank !== null)
        fc.pre(ranked.length > 0)
        const mean = ranked.reduce((sum, row) => sum + row.rating, 0) / ranked.length
        expect(mean).toBeCloseTo(1000, 9)
      }),
    )
  })

  it('stays where it is when all votes are counted again, with errors narrower by the root of two', () => {
    holds(
      'board-of-twice-the-votes',
      fc.property(battles, (votes) => {
        const many = votes.flatMap((vote) => Array.from({ length: 40 }, () => vote))
        const once = standingsOf(countsOf(many)).rows.filter((row) => row.rank)
        const twice = standingsOf(countsOf([...many, ...many])).rows.filter((row) => row.rank)
        for (const [i, row] of once.entries()) {
          expect(twice[i]!.rating).toBeCloseTo(row.rating, 7)
          expect(row.standardError / twice[i]!.standardError).toBeCloseTo(Math.SQRT2, 7)
        }
      }),
      { runs: 30 },
    )
  })
})
