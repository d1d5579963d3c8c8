import { standingsOf } from '#server/domain/rating/board'
import { rankRanges } from '#server/domain/rating/ranks'
import { describe, expect, it } from 'vitest'
import { column, countsOf } from '../../support/ratings-counts.js'
import { fixture, toBattle } from '../../support/ratings-reference.js'

interface Expected {
  compute_bt: Record<string, number>
  bootstrap_bt_q025: Record<string, number>
  bootstrap_bt_q975: Record<string, number>
  pairwise_win_fraction: Record<string, Record<string, number | null>>
  num_battles: Record<string, number>
  final_ranking: Record<string, number>
  pair_stats: Record<string, { win: number; loss: number; tie: number }>
}

/** The predecessor moves its board so that this model has this rating; ours has its mean at 1000. */
const ANCHOR = { model: 'mixtral-8x7b-instruct-v0.1', rating: 1114 }
/** Its optimiser stops when a step gains less than 2.2e-9 of the loss: up to 1.2 points on large files. */
const EARLY_STOPPING = 0.5

const battles =
  fixture<{ model_a: string; model_b: string; winner: string }[]>('fastchat-battles.json')
const expected = fixture<Expected>('fastchat-expected.json')
const counts = countsOf(battles.map(toBattle))
const models = counts.models()
const board = standingsOf(counts)

describe("1,500 battles beside the predecessor's own figures", () => {
  it('has its counts of every pair', () => {
    const stats = counts
      .pairs(models)
      .map(({ a, b, tally }) => [
        `${models[a]!}|${models[b]!}`,
        { win: tally.a, loss: tally.b, tie: tally.tie + tally.both_bad },
      ])
    expect(Object.fromEntries(stats)).toEqual(expected.pair_stats)
  })

  it('has its win fractions', () => {
    for (const { a, b, tally } of counts.pairs(models)) {
      const fraction = tally.a / (tally.a + tally.b)
      const theirs = expected.pairwise_win_fraction[models[a]!]![models[b]!]!
      expect(fraction).toBeCloseTo(theirs, 12)
    }
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

  it('orders the models as it does', () => {
    const theirs = [...models].sort((x, y) => expected.compute_bt[y]! - expected.compute_bt[x]!)
    expect(board.rows.map((row) => row.model)).toEqual(theirs)
  })
})
