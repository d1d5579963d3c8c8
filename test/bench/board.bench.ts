import { expect, it } from 'vitest'
import { readBattle } from '#server/cli/rate-battle'
import { BattleReader } from '#server/cli/rate-reader'
import { BattleTally } from '#server/cli/rate-tally'
import { SeededRandom } from '#server/domain/rating/algebra/seeded-random'
import { standingsOf } from '#server/domain/rating/board'
import { bootstrap } from '#server/domain/rating/fit/bootstrap'
import { PairCounts } from '#server/domain/rating/pair-counts'
import { designOf } from '#server/domain/rating/style/design'
import { styleStandingsOf } from '#server/domain/rating/style/style-board'
import { styleLogLikelihood } from '#server/domain/rating/style/style-likelihood'
import { piecesOf, styledOf, votesOf } from './board/synthetic.js'
import { usualWay, type Rows } from './board/usual-way.js'
import { report } from './support/report.js'

const MILLION = 1_000_000
const SIZES = [10_000, 100_000, MILLION]
const MODELS = [20, 100, 300]

/** Least milliseconds of processor time of several runs: what others do on the machine counts as little as can be. */
function ms(runs: number, work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY
  for (let run = 0; run < runs; run += 1) {
    const start = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(start)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

function countsOf(votes: number, models: number): PairCounts {
  const counts = new PairCounts()
  for (const { modelA, modelB, choice } of votesOf(votes, models)) {
    counts.add(modelA, modelB, choice)
  }
  return counts
}

it('a board from counts costs the same whatever the number of votes', () => {
  const rows = MODELS.flatMap((models) => {
    const boards = SIZES.map((votes) => countsOf(votes, models))
    // In turns, so that all sizes meet the same moments of the machine.
    const least = SIZES.map(() => Number.POSITIVE_INFINITY)
    const warm = SIZES.map(() => Number.POSITIVE_INFINITY)
    for (let round = 0; round < (models > 100 ? 6 : 30); round += 1) {
      for (const [i, counts] of boards.entries()) {
        least[i] = Math.min(
          least[i]!,
          ms(1, () => standingsOf(counts)),
        )
        const before = standingsOf(counts)
        const [a, b] = counts.models()
        counts.add(a!, b!, 'a')
        warm[i] = Math.min(
          warm[i]!,
          ms(1, () => standingsOf(counts, { before })),
        )
        counts.subtract(a!, b!, 'a')
      }
    }
    return SIZES.map((votes, i) => ({
      votes,
      models,
      'from counts ms': least[i]!,
      'after one vote ms': warm[i]!,
      'to 10k': least[i]! / least[0]!,
    }))
  })
  report('board-counts', rows)
  for (const row of rows) expect(row['to 10k'], `${row.votes} ${row.models}`).toBeLessThan(1.1)
})

it('a board from rows costs little more than to parse them', () => {
  const rows = MODELS.flatMap((models) =>
    SIZES.map((votes) => {
      const pieces = piecesOf(votes, models)
      const parse = ms(3, () => {
        let objects = 0
        let rest = ''
        for (const piece of pieces) {
          const lines = (rest + piece).split('\n')
          rest = lines.pop()!
          for (const line of lines) if (JSON.parse(line)) objects += 1
        }
        expect(objects).toBe(votes)
      })
      const whole = ms(3, () => {
        const tally = new BattleTally({ all: false })
        const reader = new BattleReader((json) => tally.add(readBattle(json)))
        for (const piece of pieces) reader.push(piece)
        reader.end()
        expect(standingsOf(tally.counts).votes).toBe(votes)
      })
      return { votes, models, 'parse ms': parse, 'board ms': whole, ratio: whole / parse }
    }),
  )
  report('board-rows', rows)
  for (const row of rows.filter(({ votes }) => votes === MILLION)) {
    expect(row.ratio, `${row.models}`).toBeLessThan(3)
  }
})

it('a hundred bootstraps from counts', () => {
  const rows = MODELS.map((models) => {
    const counts = countsOf(MILLION, models)
    const { ranked } = standingsOf(counts)
    const pairs = counts.pairs(ranked.models)
    const whole = ms(models > 100 ? 1 : 3, () =>
      bootstrap(pairs, ranked.theta, 100, new SeededRandom(1)),
    )
    return { votes: MILLION, models, '100 bootstraps ms': whole, 'each ms': whole / 100 }
  })
  report('board-bootstrap', rows)
  // No target of its own; at 100 models a usable comparison takes less than a second or two.
  expect(rows[1]!['100 bootstraps ms']).toBeLessThan(5000)
})

it('style control costs a few evaluations of its likelihood', () => {
  const rows = MODELS.map((models) => {
    const battles = styledOf(MILLION, models)
    const names = battles.counts.models()
    const design = designOf(battles.columns, names)
    const at = new Float64Array(names.length + design.names.length).map((_, i) => (i % 7) / 10)
    const once = ms(5, () => styleLogLikelihood(design, at))
    const whole = ms(3, () => styleStandingsOf(battles))
    return {
      votes: MILLION,
      models,
      'likelihood ms': once,
      'board ms': whole,
      ratio: whole / once,
    }
  })
  report('board-style', rows)
  for (const row of rows) expect(row.ratio, `${row.models}`).toBeLessThan(10)
})

it('a board is at least a hundred times faster than the usual way', () => {
  const [votes, models] = [100_000, 100]
  const battles = [...votesOf(votes, models)]
  const rows: Rows = {
    models,
    a: Int32Array.from(battles, ({ a }) => a),
    b: Int32Array.from(battles, ({ b }) => b),
    y: Float64Array.from(
      battles,
      ({ choice }) => ({ a: 1, b: 0, tie: 0.5, both_bad: 0.5 })[choice],
    ),
  }
  let theirs: ReturnType<typeof usualWay> | undefined
  const usual = ms(1, () => (theirs = usualWay(rows, 100, new SeededRandom(1))))
  const ours = ms(5, () => {
    const counts = new PairCounts()
    for (const { modelA, modelB, choice } of battles) counts.add(modelA, modelB, choice)
    return standingsOf(counts)
  })
  const counts = countsOf(votes, models)
  const board = standingsOf(counts)
  const fromCounts = ms(10, () => standingsOf(counts))
  // Both found the same strengths, or the comparison would be of no use.
  for (const [i, theta] of board.ranked.theta.entries()) {
    expect(Math.abs(theta - theirs!.theta[i]!)).toBeLessThan(0.01)
  }
  report('board-usual-way', [
    { way: 'per battle, L-BFGS, 100 bootstraps', ms: usual, ratio: 1 },
    { way: 'from rows, with covariance', ms: ours, ratio: usual / ours },
    { way: 'from counts, with covariance', ms: fromCounts, ratio: usual / fromCounts },
  ])
  expect(usual / ours).toBeGreaterThan(100)
})
