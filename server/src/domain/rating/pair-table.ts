import { WHOLE, type PairSums } from './observation.js'
import type { Pairs } from './pairs.js'

/** Numbers of a pair, in the order in which they lie side by side. */
const FIELDS = ['a', 'b', 'tie', 'both_bad', 'battles', 'points', 'squares'] as const
const WIDTH = FIELDS.length
const BATTLES = FIELDS.indexOf('battles')
/** All but these two may never be below zero: the others are counts. */
const COUNTS = FIELDS.indexOf('points')

const FIRST_ROOM = 16

/**
 * Sums by pair of names. A name is looked up once and is a number from then on; sums lie in one array, a
 * pair's side by side. A million votes on pairs that are all over a heap of objects would wait for memory
 * most of the time, and so would whoever reads all pairs.
 */
export class PairTable {
  /** In the order in which they came. */
  readonly names: string[] = []
  private readonly numbers = new Map<string, number>()
  /** One more than the place of a pair, zero where it has none; pairs {i > j} in the order of i, then j. */
  private places = new Int32Array(FIRST_ROOM)
  private sums = new Float64Array(FIRST_ROOM * WIDTH)
  private pairs = 0

  /** The place of the sums of two names, whichever comes first. */
  placeOf(first: string, second: string): number {
    const at = positionOf(this.numberOf(first), this.numberOf(second))
    if (at >= this.places.length) this.places = wider(this.places, new Int32Array(2 * at))
    const known = this.places[at]!
    if (known > 0) return (known - 1) * WIDTH
    this.pairs += 1
    this.places[at] = this.pairs
    const end = this.pairs * WIDTH
    if (end > this.sums.length) this.sums = wider(this.sums, new Float64Array(2 * end))
    return end - WIDTH
  }

  /** The place of the sums of two numbers that have met; −1 where no battle is left. */
  metAt(i: number, j: number): number {
    if (i < 0 || j < 0 || i === j) return -1
    const known = this.places[positionOf(i, j)] ?? 0
    if (known === 0) return -1
    const at = (known - 1) * WIDTH
    return this.sums[at + BATTLES]! > 0 ? at : -1
  }

  /** The number of a name; −1 where it never came. */
  find(name: string): number {
    return this.numbers.get(name) ?? -1
  }

  /** @returns whether all counts are zero or more now */
  add(at: number, change: Readonly<PairSums>, times: number): boolean {
    const { sums } = this
    sums[at]! += change.a * times
    sums[at + 1]! += change.b * times
    sums[at + 2]! += change.tie * times
    sums[at + 3]! += change.both_bad * times
    sums[at + 4]! += change.battles * times
    sums[at + 5]! += change.points * times
    sums[at + 6]! += change.squares * times
    for (let k = at; k < at + COUNTS; k += 1) if (sums[k]! < 0) return false
    return true
  }

  /** Writes the sums at a place into row k of the columns. */
  copy(at: number, pairs: Pairs, k: number): void {
    const { sums } = this
    pairs.tally.a[k] = sums[at]!
    pairs.tally.b[k] = sums[at + 1]!
    pairs.tally.tie[k] = sums[at + 2]!
    pairs.tally.both_bad[k] = sums[at + 3]!
    pairs.battles[k] = sums[at + 4]!
    pairs.points[k] = sums[at + 5]! / WHOLE
    pairs.squares[k] = sums[at + 6]! / WHOLE
  }

  private numberOf(name: string): number {
    const known = this.numbers.get(name)
    if (known !== undefined) return known
    const number = this.names.push(name) - 1
    this.numbers.set(name, number)
    return number
  }
}

const positionOf = (i: number, j: number): number =>
  i > j ? (i * (i - 1)) / 2 + j : (j * (j - 1)) / 2 + i

function wider<T extends Int32Array | Float64Array>(narrow: T, wide: T): T {
  wide.set(narrow)
  return wide
}
