export interface Drawable {
  name: string
  /** Share of the draws relative to others: above 1 a boost, 0 an outage. */
  weight: number
}

/** How draws lean towards the pairs that tell most. */
export interface Interest<M> {
  /** What one more battle of the two would tell, in any unit. */
  gain(a: M, b: M): number
  /** Share of the draws that weights alone decide, from 0 to 1. */
  floor: number
}

/** The chance of every pair of models of a pool. */
export class PairChances<M extends Drawable> {
  /** Chance of the pair i > j at i (i − 1) / 2 + j; together 1. */
  private readonly chances: Float64Array

  /** @param models all with a weight */
  constructor(
    readonly models: readonly M[],
    interest?: Interest<NoInfer<M>>,
  ) {
    const byWeight = weightChances(models)
    this.chances = interest ? leaning(models, byWeight, interest) : byWeight
  }

  of(a: M, b: M): number {
    const [i, j] = [this.models.indexOf(a), this.models.indexOf(b)]
    return this.chances[place(Math.max(i, j), Math.min(i, j))]!
  }

  /** The pair at a share of all chances, from 0 up to 1. */
  at(share: number): [M, M] {
    let rest = share
    let last: [number, number] = [1, 0]
    for (let i = 1; i < this.models.length; i += 1) {
      for (let j = 0; j < i; j += 1) {
        const chance = this.chances[place(i, j)]!
        if (chance === 0) continue
        last = [i, j]
        rest -= chance
        if (rest < 0) return this.pair(last)
      }
    }
    // Rounding can leave a crumb above the last chance.
    return this.pair(last)
  }

  private pair([i, j]: [number, number]): [M, M] {
    return [this.models[i]!, this.models[j]!]
  }
}

/** Where the pair of i > j stands in a list of all pairs. */
const place = (i: number, j: number): number => (i * (i - 1)) / 2 + j

/** The first in proportion to its weight, then its rival in proportion to the weights of the rest. */
function weightChances(models: readonly Drawable[]): Float64Array {
  const sum = models.reduce((total, { weight }) => total + weight, 0)
  const share = models.map(({ weight }) => weight / sum)
  /** P(first is this) · P(rival | first) = share · share of the other / (1 − share). */
  const factors = models.map(({ weight }, i) => share[i]! / ((sum - weight) / sum))
  return eachPair(models.length, (i, j) => factors[i]! * share[j]! + factors[j]! * share[i]!)
}

/** The floor by weight; the rest by weight times gain. Where no pair has a gain, all by weight. */
function leaning<M extends Drawable>(
  models: readonly M[],
  byWeight: Float64Array,
  { gain, floor }: Interest<M>,
): Float64Array {
  const gains = eachPair(models.length, (i, j) => gain(models[i]!, models[j]!))
  const most = gains.reduce((largest, value) => Math.max(largest, value), 0)
  if (!(most > 0 && Number.isFinite(most))) return byWeight
  const wanted = gains.map((value, at) => byWeight[at]! * (value / most))
  const sum = wanted.reduce((total, value) => total + value, 0)
  return byWeight.map((chance, at) => floor * chance + ((1 - floor) * wanted[at]!) / sum)
}

function eachPair(size: number, value: (i: number, j: number) => number): Float64Array {
  const pairs = new Float64Array(place(size, 0))
  for (let i = 1; i < size; i += 1) {
    for (let j = 0; j < i; j += 1) pairs[place(i, j)] = value(i, j)
  }
  return pairs
}
