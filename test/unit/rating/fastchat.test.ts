import { standingsOf } from '#server/domain/rating/board'
import { matricesOf } from '#server/domain/rating/matrices'
import { rankRanges } from '#server/domain/rating/ranks'
import { Z95 } from '#server/domain/rating/scale'
import { describe, expect, it } from 'vitest'
import { column, countsOf, pairsIn } from '../../support/ratings-counts.js'
import { fixture, toBattle } from '../../support/ratings-reference.js'

interface Expected {
  compute_bt: Record<string, number>
  bootstrap_bt_q025: Record<string, number>
  bootstrap_bt_q975: Record<string, number>
  pairwise_win_fraction: Record<string, Record<string, number | null>>
  num_battles: Record<string, number>
  average_win_rate: Record<string, number>
  final_ranking: Record<string, number>
  pair_stats: Record<string, { win: number; loss: number; tie: number }>
}

/** The predecessor moves its board so that this model has this rating; ours has its mean at 1000. */
const ANCHOR = { model: 'mixtral-8x7b-instruct-v0.1', rating: 1114 }
/** Its optimiser stops when a step gains less than 2.2e-9 of the loss: up to 1.2 points on large files. */
const EARLY_STOPPING = 0.5

/** Best ranks that are not those of the predecessor: ours, then its own. */
const differences = (ours: Record<string, number>): Record<string, [number, number]> =>
  Object.fromEntries(
    Object.entries(expected.final_ranking).flatMap(([model, theirs]) =>
      ours[model] === theirs ? [] : [[model, [ours[model]!, theirs]]],
    ),
  )
/** An end of an interval from a hundred rounds is known to a quarter of a deviation: two models change places there. */
const BY_CHANCE = { foxtrot: [4, 5] }

const battles =
  fixture<{ model_a: string; model_b: string; winner: string }[]>('fastchat-battles.json')
const expected = fixture<Expected>('fastchat-expected.json')
const counts = countsOf(battles.map(toBattle))
const models = counts.models()
const board = standingsOf(counts)

describe("1,500 battles beside the predecessor's own figures", () => {
  it('has its counts of every pair', () => {
    const stats = pairsIn(counts).map(({ a, b, tally }) => [
      `${a}|${b}`,
      { win: tally.a, loss: tally.b, tie: tally.tie + tally.both_bad },
    ])
    expect(Object.fromEntries(stats)).toEqual(expected.pair_stats)
  })

  it('has its win fractions', () => {
    for (const { a, b, tally } of pairsIn(counts)) {
      const fraction = tally.a / (tally.a + tally.b)
      const theirs = expected.pairwise_win_fraction[a]![b]!
      expect(fraction).toBeCloseTo(theirs, 12)
    }
  })

  it('has its average win rate of every model', () => {
    for (const model of models) {
      const [rate] = column(board, [model], 'averageWinRate')
      expect(rate, model).toBeCloseTo(expected.average_win_rate[model]!, 12)
    }
  })

  it('has its matrix of win fractions, in the order of the board', () => {
    const matrices = matricesOf(counts, board)
    expect(matrices.models).toEqual(board.rows.map(({ model }) => model))
    for (const [i, mine] of matrices.models.entries()) {
      for (const [j, other] of matrices.models.entries()) {
        const theirs = expected.pairwise_win_fraction[mine]![other]!
        if (i === j) expect(matrices.wins[i]![j]).toBeNull()
        else expect(matrices.wins[i]![j]).toBeCloseTo(theirs, 12)
      }
    }
    const battles = matrices.battles.map((row) => row.reduce((sum, count) => sum + count, 0))
    expect(battles).toEqual(matrices.models.map((model) => expected.num_battles[model]))
  })

  it('has its ratings where the same model is the anchor', () => {
    const anchored = standingsOf(counts, { anchor: ANCHOR })
    expect(anchored.anchored).toBe(true)
    for (const row of anchored.rows) {
      const difference = row.rating - expected.compute_bt[row.model]!
      expect(Math.abs(difference), row.model).toBeLessThan(EARLY_STOPPING)
    }
  })

  it('says so where the anchor is not on the board', () => {
    const { anchored, rows } = standingsOf(counts, { anchor: { model: 'none', rating: 1114 } })
    expect(anchored).toBe(false)
    expect(rows).toEqual(board.rows)
  })

  it('has its number of battles of every model', () => {
    const votes = models.map((model, i) => [model, column(board, models, 'votes')[i]])
    expect(Object.fromEntries(votes)).toEqual(expected.num_battles)
  })

  it('has its ratings, but for where its optimiser stopped', () => {
    const ratings = Object.fromEntries(board.rows.map((row) => [row.model, row.rating]))
    const offset = ANCHOR.rating - ratings[ANCHOR.model]!
    for (const model of models) {
      const difference = ratings[model]! + offset - expected.compute_bt[model]!
      expect(Math.abs(difference), model).toBeLessThan(EARLY_STOPPING)
    }
  })

  it('gives its ranks for its intervals', () => {
    const ranges = rankRanges(
      models.map((model) => ({
        lower: expected.bootstrap_bt_q025[model]!,
        upper: expected.bootstrap_bt_q975[model]!,
      })),
    )
    expect(Object.fromEntries(models.map((model, i) => [model, ranges[i]![0]]))).toEqual(
      expected.final_ranking,
    )
  })

  it('gives its ranks where errors are told about the same anchor, but for the chance of its rounds', () => {
    const { models: ranked, theta, sandwich } = board.ranked
    const size = ranked.length
    const anchor = ranked.indexOf(ANCHOR.model)
    const cell = (i: number, j: number): number => sandwich[i * size + j]!
    // It moves each round so that the anchor stands still: every other interval holds the anchor's noise.
    const intervals = ranked.map((_, i) => {
      const variance = cell(i, i) + cell(anchor, anchor) - 2 * cell(i, anchor)
      const reach = Z95 * Math.sqrt(Math.max(0, variance))
      return { lower: theta[i]! - reach, upper: theta[i]! + reach }
    })
    const ranks = rankRanges(intervals).map(([best], i) => [ranked[i]!, best])
    expect(differences(Object.fromEntries(ranks) as Record<string, number>)).toEqual(BY_CHANCE)
  })

  it('has its ranks or worse ones, since intervals about the mean are shorter than about an anchor', () => {
    const ours = Object.fromEntries(board.rows.map(({ model, rank }) => [model, rank![0]]))
    expect(differences(ours)).toEqual({
      charlie: [2, 1],
      delta: [2, 1],
      echo: [3, 2],
      foxtrot: [6, 5],
    })
  })

  it('orders the models as it does', () => {
    const theirs = [...models].sort((x, y) => expected.compute_bt[y]! - expected.compute_bt[x]!)
    expect(board.rows.map((row) => row.model)).toEqual(theirs)
  })
})
