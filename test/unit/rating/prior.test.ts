import { estimateProvisional } from '#server/domain/rating/fit/provisional'
import { PairCounts } from '#server/domain/rating/pair-counts'
import { describe, expect, it } from 'vitest'
import { fixture } from '../../support/ratings-reference.js'

interface Case {
  K: number
  pairs_i_j_win_loss_tie: [i: number, j: number, win: number, loss: number, tie: number][]
  rating_prior_mode_unanchored: number[]
}
const cases = Object.entries(fixture<Record<string, Case>>('reference_edge_cases_prior.json'))

describe('the weak prior, where no model is known', () => {
  it.each(cases)('%s', (_, { K, pairs_i_j_win_loss_tie, rating_prior_mode_unanchored }) => {
    const names = Array.from({ length: K }, (__, i) => `m${i}`)
    const counts = new PairCounts()
    for (const [i, j, win, loss, tie] of pairs_i_j_win_loss_tie) {
      counts.add(names[i]!, names[j]!, 'a', win)
      counts.add(names[i]!, names[j]!, 'b', loss)
      counts.add(names[i]!, names[j]!, 'tie', tie)
    }
    const everybody = [...names.keys()]
    const estimates = estimateProvisional(counts.pairs(names), new Float64Array(K), everybody)
    for (const [i, { theta }] of estimates.entries()) {
      const rating = 1000 + (400 / Math.LN10) * theta
      expect(Math.abs(rating - rating_prior_mode_unanchored[i]!)).toBeLessThan(1e-6)
    }
  })
})
