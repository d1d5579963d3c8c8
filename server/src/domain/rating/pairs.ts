import type { Choice } from '#shared/vocabulary'

/**
 * Pairs of models that have met, in columns: cell k of each column is about pair k. There are as many as the
 * square of the models, and every step of a fit reads all of them; objects would cost more than the arithmetic.
 */
export interface Pairs {
  /** The two models, as positions in a list of models. */
  readonly a: Int32Array
  readonly b: Int32Array
  /** Votes, which people like to see; the fit knows battles. */
  readonly tally: Readonly<Record<Choice, Float64Array>>
  /** n */
  readonly battles: Float64Array
  /** Σ y of the pair's first model, in battles. */
  readonly points: Float64Array
  /** Σ y², in battles. */
  readonly squares: Float64Array
  /** What one of its battles weighs in the fit: 1, unless pairs are weighted. */
  readonly weight: Float64Array
}

/** So many pairs, in which nothing happened yet. */
export const emptyPairs = (count: number): Pairs => ({
  a: new Int32Array(count),
  b: new Int32Array(count),
  tally: {
    a: new Float64Array(count),
    b: new Float64Array(count),
    tie: new Float64Array(count),
    both_bad: new Float64Array(count),
  },
  battles: new Float64Array(count),
  points: new Float64Array(count),
  squares: new Float64Array(count),
  weight: new Float64Array(count).fill(1),
})

/** The pairs for which `isWanted` holds. */
export function chosenPairs(pairs: Pairs, isWanted: (a: number, b: number) => boolean): Pairs {
  const kept = Int32Array.from(pairs.a.keys()).filter((k) => isWanted(pairs.a[k]!, pairs.b[k]!))
  const of = (column: Float64Array): Float64Array => Float64Array.from(kept, (k) => column[k]!)
  const { tally } = pairs
  return {
    a: kept.map((k) => pairs.a[k]!),
    b: kept.map((k) => pairs.b[k]!),
    tally: { a: of(tally.a), b: of(tally.b), tie: of(tally.tie), both_bad: of(tally.both_bad) },
    battles: of(pairs.battles),
    points: of(pairs.points),
    squares: of(pairs.squares),
    weight: of(pairs.weight),
  }
}

/** The pairs between these members, models being told by their position among them. */
export function pairsAmong(pairs: Pairs, members: readonly number[], size: number): Pairs {
  if (members.length === size) return pairs
  const position = new Int32Array(size).fill(-1)
  for (const [i, member] of members.entries()) position[member] = i
  const inside = chosenPairs(pairs, (a, b) => position[a]! >= 0 && position[b]! >= 0)
  const moved = (model: number): number => position[model]!
  return { ...inside, a: inside.a.map(moved), b: inside.b.map(moved) }
}
