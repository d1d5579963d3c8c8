import type { Choice } from '#shared/vocabulary'
import { oneVote, orientVotes, sumsOfBattle, type PairSums, type Tally } from './observation.js'
import { PairTable } from './pair-table.js'
import { emptyPairs, type Pairs } from './pairs.js'

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
  private readonly table = new PairTable()

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
    const at = this.table.placeOf(first, second)
    if (this.table.add(at, change, times)) return
    this.table.add(at, change, -times)
    throw new RangeError('No such outcome was counted')
  }

  /** Names of all models that have met another, sorted: no number depends on the order of the votes. */
  models(): string[] {
    const { names } = this.table
    const met = names.map(() => false)
    for (let i = 1; i < names.length; i += 1) {
      for (let j = 0; j < i; j += 1) {
        if ((met[i] && met[j]) || this.table.metAt(i, j) < 0) continue
        met[i] = met[j] = true
      }
    }
    return names.filter((_, i) => met[i]).sort()
  }

  /** The pairs that have met, as positions in `models`, which must hold all of them, sorted. */
  pairs(models: readonly string[]): Pairs {
    const { places, a, b } = this.met(Int32Array.from(models, (model) => this.table.find(model)))
    const pairs = { ...emptyPairs(places.length), a, b }
    for (let k = 0; k < places.length; k += 1) this.table.copy(places[k]!, pairs, k)
    return pairs
  }

  /** Where the sums of those lie that have met, and their positions. */
  private met(numbers: Int32Array) {
    const most = (numbers.length * (numbers.length - 1)) / 2
    const [places, a, b] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)]
    let count = 0
    // In the order of the second, then the first: so a fit writes the lower half of its tables from start to end.
    for (let j = 0; j < numbers.length; j += 1) {
      for (let i = 0; i < j; i += 1) {
        const at = this.table.metAt(numbers[i]!, numbers[j]!)
        if (at < 0) continue
        places[count] = at
        a[count] = i
        b[count] = j
        count += 1
      }
    }
    return { places: places.slice(0, count), a: a.slice(0, count), b: b.slice(0, count) }
  }
}
