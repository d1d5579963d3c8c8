import { standingsOf } from '#server/domain/rating/board'
import { ClusterCounts } from '#server/domain/rating/cluster-counts'
import { POINTS_PER_LOGIT } from '#server/domain/rating/scale'
import { describe, expect, it } from 'vitest'
import { column, countsOf, pairsIn, type Battle } from '../../support/ratings-counts.js'
import {
  fixture,
  hasReference,
  mtBenchCounts,
  mtBenchVotes,
  pandaLmBattles,
  reference,
  toBattle,
  type ExactBoard,
  type MtBenchVote,
} from '../../support/ratings-reference.js'

const TOLERANCE = 1e-6

function expectNear(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length)
  for (const [i, value] of expected.entries()) {
    expect(Math.abs(actual[i]! - value), `figure ${i}`).toBeLessThan(TOLERANCE)
  }
}

function expectExact(battles: Iterable<Battle>, { models, exact }: ExactBoard): void {
  const board = standingsOf(countsOf(battles))
  expect(board.rows).toHaveLength(models.length)
  expectNear(column(board, models, 'rating'), exact.rating)
  expectNear(column(board, models, 'standardError'), exact.sandwich_se)
  expectNear(column(board, models, 'lower'), exact.lower)
  expectNear(column(board, models, 'upper'), exact.upper)
  expect(column(board, models, 'rank')).toEqual(
    exact.rank_ub.map((best, i) => [best, exact.rank_worst[i]]),
  )
}

describe('the example of the encyclopaedia, 22 games', () => {
  const { models, wins, exact, arenaRank } = fixture<
    ExactBoard & { wins: number[][]; arenaRank: { ratings: number[] } }
  >('wikipedia.json')
  const games = wins.flatMap((row, i) =>
    row.map((times, j): Battle => [models[i]!, models[j]!, 'a', times]),
  )
  const met = games.filter(([winner, loser]) => winner !== loser)

  it('has the ratings, errors, intervals and ranks of an exact fit', () => {
    expectExact(met, { models, exact })
  })

  it('has the strengths that the encyclopaedia prints', () => {
    const board = standingsOf(countsOf(met))
    const strengths = column(board, models, 'rating').map((rating) => 10 ** ((rating - 1000) / 400))
    expect(strengths.map((strength) => strength.toFixed(3))).toEqual([
      '0.640',
      '1.043',
      '0.660',
      '2.270',
    ])
  })

  it('differs from a fit that stops early by no more than its stopping rule', () => {
    const ratings = column(standingsOf(countsOf(met)), models, 'rating')
    for (const [i, rating] of arenaRank.ratings.entries()) {
      expect(Math.abs(ratings[i]! - rating)).toBeLessThan(1e-3)
    }
  })
})

describe('3,355 human votes of MT-bench, counted by pair', () => {
  it('have the ratings, errors, intervals and ranks of an exact fit', () => {
    const { battles, ...expected } = mtBenchCounts()
    expect(standingsOf(countsOf(battles)).votes).toBe(3355)
    expectExact(battles, expected)
  })

  it.skipIf(!hasReference)('are the votes themselves', () => {
    const { battles } = mtBenchCounts()
    expect(pairsIn(countsOf(mtBenchVotes().map(toBattle)))).toEqual(pairsIn(countsOf(battles)))
  })
})

describe.skipIf(!hasReference)('public votes, read where they lie beside the checkout', () => {
  it('MT-bench: 3,355 human votes', () => {
    expectExact(mtBenchVotes().map(toBattle), reference<ExactBoard>('reference_mtbench.json'))
  })

  it('PandaLM: 2,997 human votes', () => {
    expectExact(pandaLmBattles(), reference<ExactBoard>('reference_pandalm.json'))
  })

  it.each([
    ['judge', 'cluster_judge_se', (vote: MtBenchVote) => vote.judge],
    ['prompt', 'cluster_question_id_se', (vote: MtBenchVote) => String(vote.question_id)],
  ] as const)('MT-bench: errors that allow for votes of one %s', (_, name, clusterOf) => {
    const expected = reference<{ models: string[] } & Record<string, number[]>>(
      'reference_mtbench_cluster_se.json',
    )
    const clusters = new ClusterCounts()
    for (const vote of mtBenchVotes()) {
      const [modelA, modelB, choice] = toBattle(vote)
      clusters.add(clusterOf(vote), modelA, modelB, choice)
    }
    const counts = countsOf(mtBenchVotes().map(toBattle))
    const board = standingsOf(counts, { clusters })
    // The reference has no factor for the number of clusters (CR0); ours is larger by that, exactly.
    const { all } = board.clusters!
    const { models, clustered } = board.ranked
    const errors = expected.models.map((model) => {
      const i = models.indexOf(model)
      return POINTS_PER_LOGIT * Math.sqrt(clustered![i * (models.length + 1)]! * (1 - 1 / all))
    })
    expectNear(errors, expected[name]!)
    const plain = column(standingsOf(counts), expected.models, 'standardError')
    expectNear(
      column(board, expected.models, 'standardError'),
      expected[name]!.map((error, i) => Math.max(plain[i]!, error / Math.sqrt(1 - 1 / all))),
    )
  })

  interface Category {
    models: string[]
    rating: number[]
    se: number[]
    rank_ub: number[]
  }
  const FIRST_QUESTION = 81
  const QUESTIONS_EACH = 10
  const subjects = [
    'writing',
    'roleplay',
    'reasoning',
    'math',
    'coding',
    'extraction',
    'stem',
    'humanities',
  ]
  const slices: [name: string, holds: (vote: MtBenchVote) => boolean][] = [
    ...subjects.map((subject, i): (typeof slices)[number] => [
      `category:${subject}`,
      (vote) => Math.floor((vote.question_id - FIRST_QUESTION) / QUESTIONS_EACH) === i,
    ]),
    ['turn:1', (vote) => vote.turn === 1],
    ['multi_turn(turn 2)', (vote) => vote.turn === 2],
    ['exclude_ties', (vote) => !vote.winner.startsWith('tie')],
    ['experts_only', (vote) => vote.judge.startsWith('expert')],
  ]

  it.each(slices)('MT-bench, %s', (name, holds) => {
    const expected = reference<Record<string, Category>>('reference_mtbench_categories.json')[name]!
    const board = standingsOf(countsOf(mtBenchVotes().filter(holds).map(toBattle)))
    expectNear(column(board, expected.models, 'rating'), expected.rating)
    expectNear(column(board, expected.models, 'standardError'), expected.se)
    expect(column(board, expected.models, 'rank').map((rank) => rank?.[0])).toEqual(
      expected.rank_ub,
    )
  })
})
