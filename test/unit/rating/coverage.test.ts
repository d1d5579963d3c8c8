import { SeededRandom } from '#server/domain/rating/algebra/seeded-random'
import { standingsOf, type Standings } from '#server/domain/rating/board'
import { ClusterCounts } from '#server/domain/rating/cluster-counts'
import { compare } from '#server/domain/rating/compare/comparison'
import { PairCounts } from '#server/domain/rating/pair-counts'
import { beforeAll, describe, expect, it } from 'vitest'
import { rowOf } from '../../support/ratings-counts.js'
import { chanceOf, drawPair, ratingOf, strengths, voteAt } from '../../support/simulated-battles.js'

/** Repetitions of each simulation; more of them take longer and prove more. */
const RUNS = Number(process.env.COVERAGE_RUNS ?? 1500)
const TIES = 0.35
const name = (i: number): string => `m${String(i).padStart(2, '0')}`

/** Share of runs in which the interval of the model holds its true rating. */
function coverage(model: number, run: (random: SeededRandom) => [Standings, number[]]): number {
  let held = 0
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const [board, theta] = run(new SeededRandom(seed))
    const { lower, upper } = rowOf(board, name(model))
    const truth = ratingOf(theta[model]!)
    if (lower <= truth && truth <= upper) held += 1
  }
  return held / RUNS
}

function expect95(share: number): void {
  expect(share).toBeGreaterThan(0.94)
  expect(share).toBeLessThan(0.96)
}

describe('an interval at 95 % holds the truth', { timeout: 600_000 }, () => {
  /** Twelve models, the last of which was met rarely. */
  const oneRare = (random: SeededRandom): [Standings, number[]] => {
    const theta = strengths(12, random)
    const counts = new PairCounts()
    const vote = (a: number, b: number): void =>
      counts.add(name(a), name(b), voteAt(chanceOf(theta[a]! - theta[b]!), TIES, random))
    for (let i = 0; i < 1200; i += 1) vote(...drawPair(11, random))
    for (let i = 0; i < 80; i += 1) vote(11, Math.floor(random.next() * 11))
    return [standingsOf(counts), theta]
  }
  it('of a model with many votes, ties among them', () => expect95(coverage(0, oneRare)))
  it('of a model with few votes', () => expect95(coverage(11, oneRare)))

  /** Among models far apart one with very few votes, none of them a tie: most of them ended as was to be expected. */
  const newcomer =
    (votes: number) =>
    (random: SeededRandom): [Standings, number[]] => {
      const theta = strengths(6, random).map((strength) => 3 * strength)
      const counts = new PairCounts()
      const vote = (a: number, b: number): void =>
        counts.add(name(a), name(b), voteAt(chanceOf(theta[a]! - theta[b]!), 0, random))
      for (let i = 0; i < 3000; i += 1) vote(...drawPair(5, random))
      for (let i = 0; i < votes; i += 1) vote(5, Math.floor(random.next() * 5))
      return [standingsOf(counts), theta]
    }
  it.each([2, 5, 10])('of a model with %d votes, where it has a rank', (votes) => {
    let [ranked, held] = [0, 0]
    for (let seed = 1; seed <= RUNS; seed += 1) {
      const [board, theta] = newcomer(votes)(new SeededRandom(seed))
      if (board.ranked.models.length < 6) continue
      const { lower, upper } = rowOf(board, name(5))
      const truth = ratingOf(theta[5]!)
      ranked += 1
      if (lower <= truth && truth <= upper) held += 1
    }
    expect(ranked).toBeGreaterThan(RUNS / 4)
    expect(held / ranked).toBeGreaterThan(0.94)
  })

  const tenVotes =
    (asOne: boolean) =>
    (random: SeededRandom): [Standings, number[]] => {
      const theta = strengths(6, random)
      const counts = new PairCounts()
      for (let i = 0; i < 400; i += 1) {
        const [a, b] = drawPair(6, random)
        // Two answers are what they are: those who vote on them agree more than on others.
        const p = chanceOf(theta[a]! - theta[b]!)
        const here = random.next() < p ? 1 - 0.4 * (1 - p) : 0.4 * p
        const votes = { a: 0, b: 0, tie: 0, both_bad: 0 }
        for (let k = 0; k < 10; k += 1) votes[voteAt(here, 0.2, random)] += 1
        if (asOne) counts.addBattle(name(a), name(b), votes)
        else {
          for (const choice of ['a', 'b', 'tie', 'both_bad'] as const) {
            counts.add(name(a), name(b), choice, votes[choice])
          }
        }
      }
      return [standingsOf(counts), theta]
    }
  it('where ten people vote on each battle', () => expect95(coverage(0, tenVotes(true))))
  it('but not where their votes are taken for ten battles', () => {
    expect(coverage(0, tenVotes(false))).toBeLessThan(0.8)
  })

  /** 200 voters with tastes of their own; one of them votes twelve times as often as the others. */
  const busy =
    (clustered: boolean) =>
    (random: SeededRandom): [Standings, number[]] => {
      const theta = strengths(4, random)
      const counts = new PairCounts()
      const clusters = new ClusterCounts()
      for (let voter = 0; voter < 200; voter += 1) {
        const taste = theta.map(() => 0.3 * random.normal())
        for (let i = 0; i < (voter === 0 ? 60 : 5); i += 1) {
          const [a, b] = drawPair(4, random)
          // The taste moves the chance itself, so that its mean over voters is that of the model.
          const p = chanceOf(theta[a]! - theta[b]!)
          const own = Math.min(1, Math.max(0, p + (taste[a]! - taste[b]!) * p * (1 - p)))
          const choice = voteAt(own, 0.2, random)
          counts.add(name(a), name(b), choice)
          clusters.add(String(voter), name(a), name(b), choice)
        }
      }
      return [standingsOf(counts, clustered ? { clusters } : {}), theta]
    }
  it('where one voter is busy, with errors by voter', () => expect95(coverage(0, busy(true))))
  it('less often without them', () => {
    expect(coverage(0, busy(false))).toBeLessThan(coverage(0, busy(true)) - 0.01)
  })
})

describe.each([
  ['equals', 0, false],
  ['two that are apart', 0.4, false],
  ['two that are far apart and seldom meet', 1.2, true],
])('looking after every vote on %s', { timeout: 600_000 }, (_, gap, uneven) => {
  const LAST = 300
  const theta = [gap / 2, -gap / 2, 0]
  const truth = ratingOf(gap) - ratingOf(0)
  /** Shares of runs in which the true difference once lay outside of each interval, from the second vote on. */
  const missed = { fixed: 0, always: 0 }
  const runs = Math.ceil(RUNS / 5)

  const pairOf = (random: SeededRandom): [number, number] =>
    uneven && random.next() < 0.6 ? [0, 2] : drawPair(3, random)

  beforeAll(() => {
    for (let seed = 1; seed <= runs; seed += 1) {
      const random = new SeededRandom(seed)
      const counts = new PairCounts()
      let before: Standings | undefined
      const out = { fixed: 0, always: 0 }
      for (let n = 1; n <= LAST; n += 1) {
        const [a, b] = pairOf(random)
        const chance = chanceOf(theta[a]! - theta[b]!)
        counts.add(name(a), name(b), voteAt(chance, TIES, random))
        if (n < 2) continue
        before = standingsOf(counts, { before })
        const seen = compare(before.ranked, name(0), name(1))
        for (const kind of ['fixed', 'always'] as const) {
          if (seen && (seen[kind].lower > truth || seen[kind].upper < truth)) out[kind] = 1
        }
      }
      missed.fixed += out.fixed / runs
      missed.always += out.always / runs
    }
  }, 600_000)

  it('the always-valid interval holds the truth at every look', () => {
    expect(1 - missed.always).toBeGreaterThanOrEqual(0.95)
  })
  it('and the fixed one does not', () => {
    expect(1 - missed.fixed).toBeLessThan(0.95)
  })
})
