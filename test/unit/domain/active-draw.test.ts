import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawPair } from '#server/domain/pairing/draw-pair'
import { drawReplacement } from '#server/domain/pairing/draw-replacement'
import { PairChances } from '#server/domain/pairing/pair-chances'
import { pairGains } from '#server/domain/pairing/pair-gains'
import { SeededRandom } from '#server/domain/rating/algebra/seeded-random'
import { standingsOf, type Standings } from '#server/domain/rating/board'
import { PairCounts } from '#server/domain/rating/pair-counts'
import { chanceOf, voteAt } from '../../support/simulated-battles.js'
import { holds } from '../../support/holds.js'

const FLOOR = 0.25
const pool = (weights: readonly number[]) =>
  weights.map((weight, i) => ({ name: `m${String(i).padStart(2, '0')}`, weight }))
type Model = ReturnType<typeof pool>[number]

const pairsOf = <M>(models: readonly M[]): [M, M][] =>
  models.flatMap((b, i) => models.slice(0, i).map((a): [M, M] => [a, b]))

const weights = fc
  .array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 2, maxLength: 9 })
  .map(pool)
/** Any gains, none and huge ones too, the same both ways round. */
const gains = fc
  .array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e12, noNaN: true })), {
    minLength: 81,
    maxLength: 81,
  })
  .map((table) => (a: Model, b: Model) => {
    const [x, y] = [Number(a.name.slice(1)), Number(b.name.slice(1))]
    return table[Math.min(x, y) * 9 + Math.max(x, y)]!
  })

describe('draws that lean towards the pairs that tell most', () => {
  it('have chances that sum to one, none below its floor', () => {
    holds(
      'chances-that-sum-to-one',
      fc.property(weights, gains, (models, gain) => {
        const active = new PairChances(models, { gain, floor: FLOOR })
        const byWeight = new PairChances(models)
        let sum = 0
        for (const [a, b] of pairsOf(models)) {
          sum += active.of(a, b)
          expect(active.of(a, b)).toBe(active.of(b, a))
          expect(active.of(a, b)).toBeGreaterThanOrEqual(FLOOR * byWeight.of(a, b) * (1 - 1e-12))
        }
        expect(sum).toBeCloseTo(1, 9)
      }),
    )
  })

  it('go by weight where no pair would tell anything', () => {
    const models = pool([1, 2, 3])
    const even = new PairChances(models, { gain: () => 0, floor: FLOOR })
    const byWeight = new PairChances(models)
    for (const [a, b] of pairsOf(models)) expect(even.of(a, b)).toBe(byWeight.of(a, b))
  })

  it('state the chance that their frequency confirms, and give every pair away at its share', () => {
    const models = pool([1, 2, 1, 0, 4])
    const gain = (a: Model, b: Model): number => (a.name === 'm00' || b.name === 'm00' ? 5 : 1)
    const random = new SeededRandom(4)
    const seen = new Map<string, { times: number; probability: number }>()
    const draws = 40_000
    for (let i = 0; i < draws; i += 1) {
      const { pair, probability } = drawPair(models, random, { gain, floor: FLOOR })
      const key = pair
        .map(({ name }) => name)
        .sort()
        .join()
      seen.set(key, { times: (seen.get(key)?.times ?? 0) + 1, probability })
    }
    expect(seen.size).toBe(6)
    expect([...seen.keys()].join()).not.toContain('m03')
    for (const { times, probability } of seen.values()) {
      expect(Math.abs(times / draws - probability)).toBeLessThan(0.01)
    }
  })

  it('state the chance of the pair that a replacement makes', () => {
    const models = pool([1, 2, 1, 4])
    const interest = { gain: (a: Model, b: Model) => a.weight + b.weight, floor: FLOOR }
    const all = new PairChances(models, interest)
    for (let seed = 0; seed < 20; seed += 1) {
      const drawn = drawReplacement(
        models,
        models[0]!,
        new Set(['m01']),
        new SeededRandom(seed),
        interest,
      )!
      expect(['m02', 'm03']).toContain(drawn.model.name)
      expect(drawn.probability).toBeCloseTo(all.of(models[0]!, drawn.model), 12)
    }
  })
})

const names = pool(new Array<number>(8).fill(1))
const board = (counts: PairCounts, before?: Standings): Standings => standingsOf(counts, { before })
const gainTable = (counts: PairCounts) => {
  const models = names.map(({ name }) => name)
  const table = pairGains(models, counts, board(counts))
  return (a: Model, b: Model): number =>
    table[models.indexOf(a.name) * models.length + models.indexOf(b.name)]!
}

describe('what one more battle of a pair would tell', () => {
  it('is alike for all before the first vote', () => {
    const gain = gainTable(new PairCounts())
    const first = gain(names[0]!, names[1]!)
    expect(first).toBeGreaterThan(0)
    for (const [a, b] of pairsOf(names)) expect(gain(a, b)).toBeCloseTo(first, 9)
  })

  it('is most for a new model, least where everything is known', () => {
    const counts = new PairCounts()
    for (const [a, b] of pairsOf(names.slice(1))) {
      counts.add(a.name, b.name, 'a', 30)
      counts.add(a.name, b.name, 'b', 30)
    }
    const gain = gainTable(counts)
    expect(gain(names[0]!, names[1]!)).toBeGreaterThan(20 * gain(names[1]!, names[2]!))
  })

  it('is more between neighbours than between those whose order is settled', () => {
    const counts = new PairCounts()
    // Two strong ones and two weak ones, each two alike.
    const [a, b, c, d] = names.map(({ name }) => name) as [string, string, string, string]
    for (const strong of [a, b]) {
      for (const weak of [c, d]) {
        counts.add(strong, weak, 'a', 90)
        counts.add(strong, weak, 'b', 10)
      }
    }
    const models = [a, b, c, d]
    const table = pairGains(models, counts, board(counts))
    expect(table[1]!).toBeGreaterThan(2 * table[2]!)
  })

  it('is by how much the uncertainty falls', () => {
    const [x, y] = ['x', 'y']
    // Two equal models after n battles: Var(θ_x − θ_y) = 2 / (n / 2 + ⅛), the ⅛ of the prior, and ω = ½.
    const unknown = (n: number): number => 1 / (n / 2 + 1 / 8)
    const counts = new PairCounts()
    counts.add(x, y, 'tie', 10)
    const table = pairGains([x, y], counts, board(counts))
    const gain = unknown(10) - unknown(11)
    expect([...table].map((value) => value.toFixed(12))).toEqual(
      [0, gain, gain, 0].map((value) => value.toFixed(12)),
    )
  })
})

/** Battles until every two neighbours on the true scale are told apart at 95 %, drawn in this way. */
function battlesToSeparate(active: boolean, seed: number): number {
  const random = new SeededRandom(seed)
  const theta = [-1.4, -1, -0.6, -0.2, 0.2, 0.6, 1, 1.4]
  const counts = new PairCounts()
  let before: Standings | undefined
  let gain: ReturnType<typeof gainTable> | undefined
  for (let n = 1; n < 20_000; n += 1) {
    const { pair } = drawPair(names, random, gain && { gain, floor: FLOOR })
    const [i, j] = pair.map((model) => names.indexOf(model)) as [number, number]
    counts.add(pair[0].name, pair[1].name, voteAt(chanceOf(theta[i]! - theta[j]!), 0.3, random))
    if (n % 25 !== 0) continue
    before = board(counts, before)
    if (active) gain = gainTable(counts)
    if (isSeparated(before)) return n
  }
  throw new Error('never separated')
}

function isSeparated({ rows, ranked }: Standings): boolean {
  const size = names.length
  if (ranked.models.length < size) return false
  const order = rows.map(({ model }) => ranked.models.indexOf(model))
  return order.slice(1).every((below, i) => {
    const above = order[i]!
    const variance =
      ranked.sandwich[above * size + above]! +
      ranked.sandwich[below * size + below]! -
      2 * ranked.sandwich[above * size + below]!
    return ranked.theta[above]! - ranked.theta[below]! > 1.96 * Math.sqrt(variance)
  })
}

it('active draws tell all models apart with fewer battles than draws by weight', () => {
  const runs = 30
  let [active, byWeight] = [0, 0]
  for (let seed = 1; seed <= runs; seed += 1) {
    active += battlesToSeparate(true, seed) / runs
    byWeight += battlesToSeparate(false, seed) / runs
  }
  process.stdout.write(
    `to tell 8 models apart: ${Math.round(byWeight)} battles by weight, ${Math.round(active)} active\n`,
  )
  expect(active).toBeLessThan(0.85 * byWeight)
})
