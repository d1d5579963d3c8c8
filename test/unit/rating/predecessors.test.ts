import { standingsOf } from '#server/domain/rating/board'
import { matricesOf } from '#server/domain/rating/matrices'
import { describe, expect, it } from 'vitest'
import { column, countsOf, type Battle } from '../../support/ratings-counts.js'
import {
  hasReference,
  mtBenchVotes,
  pandaLmBattles,
  reference,
  toBattle,
} from '../../support/ratings-reference.js'

/** What two other programs made of the same votes, by position in `models`. */
interface Others {
  models: string[]
  fastchat: {
    bt: number[]
    median: number[]
    variance: number[]
    rank_ub: number[]
    avg_win_rate_fastchat: Record<string, number | null>
  }
  arena_rank: Record<
    'default' | 'ridge1e-12_tight' | 'reweighted',
    { ratings: number[]; variances: number[] }
  >
  pairwise: {
    wins: number[][]
    battle_counts_no_ties_total: number
    avg_win_rate_no_ties: number[]
    num_battles_incl_ties: number[]
    predicted_avg_win_rate: number[]
  }
}

function expectWithin(actual: readonly unknown[], expected: readonly number[], most: number): void {
  expect(actual).toHaveLength(expected.length)
  for (const [i, value] of expected.entries()) {
    expect(Math.abs(Number(actual[i]) - value), `figure ${i}`).toBeLessThan(most)
  }
}

/** Their errors as a share of ours. */
const shares = (variances: readonly number[], errors: readonly number[]): number[] =>
  variances.map((variance, i) => Math.sqrt(variance) / errors[i]!)

const sets: [name: string, battles: () => Battle[], wrong: Record<string, number | null>][] = [
  ['mtbench', () => mtBenchVotes().map(toBattle), {}],
  // Its sums by side have no figure for a model that was never on one of them, and a wrong one beside it.
  [
    'pandalm',
    pandaLmBattles,
    {
      'bloom-7b': null,
      'pythia-6.9b': null,
      'llama-7b': 0.751,
      'opt-7b': 0.439,
      'cerebras-gpt-6.7B': 0.31,
    },
  ],
]

describe.skipIf(!hasReference).each(sets)('%s, as others rate it', (name, battlesOf, wrong) => {
  const load = () => {
    const others = reference<Others>(`reference_${name}.json`)
    const counts = countsOf(battlesOf())
    return { ...others, counts, board: standingsOf(counts) }
  }

  it('FastChat: the same but for where its optimiser stops', () => {
    const { models, board, fastchat } = load()
    expectWithin(column(board, models, 'rating'), fastchat.bt, 1e-3)
    expect(column(board, models, 'rank').map((rank) => rank?.[0])).toEqual(fastchat.rank_ub)
  })

  it('its bootstrap: the same but for the chance of a hundred rounds', () => {
    const { models, board, fastchat } = load()
    const errors = column(board, models, 'standardError')
    // A deviation from a hundred rounds is known to 7 %; three of those, and a third of a deviation for the middle.
    for (const share of shares(fastchat.variance, errors)) {
      expect(share).toBeGreaterThan(0.75)
      expect(share).toBeLessThan(1.25)
    }
    const off = column(board, models, 'rating').map(
      (rating, i) => Math.abs(rating - fastchat.median[i]!) / errors[i]!,
    )
    expect(Math.max(...off)).toBeLessThan(0.33)
  })

  it('its average win rates, but for models that were always on one side', () => {
    const { models, board, fastchat } = load()
    for (const [i, rate] of column(board, models, 'averageWinRate').entries()) {
      const theirs = fastchat.avg_win_rate_fastchat[models[i]!] ?? null
      const known = wrong[models[i]!]
      if (known === undefined) expect(theirs).toBeCloseTo(rate!, 12)
      else expect(theirs?.toFixed(3) ?? null).toBe(known?.toFixed(3) ?? null)
    }
  })

  it('arena-rank: the same but for its stopping rule, and errors that its ridge makes smaller', () => {
    const { models, board, arena_rank: theirs } = load()
    expectWithin(column(board, models, 'rating'), theirs.default.ratings, 1e-3)
    expectWithin(column(board, models, 'rating'), theirs['ridge1e-12_tight'].ratings, 1e-9)
    const errors = column(board, models, 'standardError')
    for (const share of shares(theirs.default.variances, errors)) {
      expect(share).toBeLessThan(1)
      expect(share).toBeGreaterThan(0.999)
    }
  })

  it('arena-rank with even pairs', () => {
    const { models, counts, arena_rank: theirs } = load()
    const even = standingsOf(counts, { reweight: true })
    expectWithin(column(even, models, 'rating'), theirs.reweighted.ratings, 1e-3)
    const errors = column(even, models, 'standardError')
    for (const share of shares(theirs.reweighted.variances, errors)) {
      expect(Math.abs(share - 1)).toBeLessThan(1e-4)
    }
  })

  it('pair by pair: wins, battles, average and predicted win rates', () => {
    const { models, board, counts, pairwise } = load()
    expectWithin(column(board, models, 'averageWinRate'), pairwise.avg_win_rate_no_ties, 1e-12)
    expectWithin(column(board, models, 'predictedWinRate'), pairwise.predicted_avg_win_rate, 1e-12)
    expect(column(board, models, 'votes')).toEqual(pairwise.num_battles_incl_ties)
    const decided = column(board, models, 'wins').reduce((sum, wins) => sum + wins, 0)
    expect(decided).toBe(pairwise.battle_counts_no_ties_total)
    const matrices = matricesOf(counts, board)
    const at = models.map((model) => matrices.models.indexOf(model))
    for (const [i, row] of pairwise.wins.entries()) {
      for (const [j, wins] of row.entries()) {
        const share = matrices.wins[at[i]!]![at[j]!]
        if (i === j) expect(share).toBeNull()
        else expect(share).toBeCloseTo(wins / (wins + pairwise.wins[j]![i]!), 12)
      }
    }
  })
})
