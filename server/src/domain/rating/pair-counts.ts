import type { Choice } from '#shared/vocabulary'
import {
  WHOLE,
  addSums,
  noSums,
  oneVote,
  orientVotes,
  sumsOfBattle,
  type PairSums,
  type Tally,
} from './observation.js'

/** Two models that have met, as positions in a list of models. */
export interface Pair {
  readonly a: number
  readonly b: number
  /** Votes, which people like to see; the fit knows battles. */
  readonly tally: Readonly<Tally>
  /** n */
  readonly battles: number
  /** Σ y of the pair's first model, in battles. */
  readonly points: number
  /** Σ y², in battles. */
  readonly squares: number
  /** What one of its battles weighs in the fit: 1, unless pairs are weighted. */
  readonly weight: number
}

/** A pair and a choice, told so that the smaller name comes first; rows of counts are kept this way round. */
export interface Oriented {
  first: string
  second: string
  choice: Choice
}

const MIRRORED: Record<Choice, Choice> = { a: 'b', b: 'a', tie: 'tie', both_bad: 'both_bad' }

export function orient(modelA: string, modelB: string, choice: Choice): Oriented {
  return modelA < modelB
    ? { first: modelA, second: modelB, choice }
    : { first: modelB, second: modelA, choice: MIRRORED[choice] }
}

const ONE_VOTE: Record<Choice, Readonly<PairSums>> = {
  a: sumsOfBattle(oneVote('a')),
  b: sumsOfBattle(oneVote('b')),
  tie: sumsOfBattle(oneVote('tie')),
  both_bad: sumsOfBattle(oneVote('both_bad')),
}

/**
 * Outcomes by pair of models. Ratings, errors and ranks of a plain board are functions of these
 * numbers alone, so their cost does not grow with the number of votes.
 */
export class PairCounts {
  private readonly rows = new Map<string, Map<string, PairSums>>()

  /**
   * Counts `times` battles of one vote each; negative takes them back.
   * @throws RangeError where a model meets itself, or what is taken back was never counted
   */
  add(modelA: string, modelB: string, choice: Choice, times = 1): void {
    if (modelA < modelB) this.addSums(modelA, modelB, ONE_VOTE[choice], times)
    else this.addSums(modelB, modelA, ONE_VOTE[MIRRORED[choice]], times)
  }

  /** Takes back a battle of one vote. */
  subtract(modelA: string, modelB: string, choice: Choice): void {
    this.add(modelA, modelB, choice, -1)
  }

  /** Counts battles that have exactly these votes each, as one observation each; negative takes them back. */
  addBattle(modelA: string, modelB: string, votes: Readonly<Tally>, times = 1): void {
    const oriented = orientVotes(modelA, modelB, votes)
    this.addSums(oriented.first, oriented.second, sumsOfBattle(oriented.votes), times)
  }

  /** Adds `times` the sums of a pair, `first` being the smaller of its names, as they are stored. */
  addSums(first: string, second: string, change: Readonly<PairSums>, times = 1): void {
    if (first === second) throw new RangeError('A model cannot meet itself')
    const sums = this.sumsOf(first, second)
    addSums(sums, change, times)
    if (Math.min(sums.a, sums.b, sums.tie, sums.both_bad, sums.battles) >= 0) return
    addSums(sums, change, -times)
    throw new RangeError('No such outcome was counted')
  }

  /** Names of all models that have met another, sorted: no number depends on the order of the votes. */
  models(): string[] {
    const names = new Set<string>()
    for (const [first, row] of this.rows) {
      for (const [second, sums] of row) {
        if (sums.battles > 0) names.add(first).add(second)
      }
    }
    return [...names].sort()
  }

  /** The pairs that have met, as positions in `models`, which must hold all of them, in their order. */
  pairs(models: readonly string[]): Pair[] {
    const pairs: Pair[] = []
    for (const [a, first] of models.entries()) {
      const row = this.rows.get(first)
      if (!row) continue
      for (let b = a + 1; b < models.length; b += 1) {
        const sums = row.get(models[b]!)
        if (sums && sums.battles > 0) pairs.push(pairOf(a, b, sums))
      }
    }
    return pairs
  }

  private sumsOf(first: string, second: string): PairSums {
    let row = this.rows.get(first)
    if (!row) this.rows.set(first, (row = new Map<string, PairSums>()))
    let sums = row.get(second)
    if (!sums) row.set(second, (sums = noSums()))
    return sums
  }
}

const pairOf = (a: number, b: number, sums: Readonly<PairSums>): Pair => ({
  a,
  b,
  tally: { a: sums.a, b: sums.b, tie: sums.tie, both_bad: sums.both_bad },
  battles: sums.battles,
  points: sums.points / WHOLE,
  squares: sums.squares / WHOLE,
  weight: 1,
})
