import type { Choice } from '#shared/vocabulary'

/** Votes by choice; `a` is the first of two models. */
export type Tally = Record<Choice, number>

/**
 * What battles of one pair add up to. A battle is one observation however many people voted on it: its
 * outcome y is the mean of their votes, a win 1, a tie and both bad ½, a loss 0. A fit needs n, Σ y and Σ y²
 * alone. All are whole numbers, so that what was added can be taken back without a trace of rounding.
 */
export interface PairSums extends Tally {
  /** n */
  battles: number
  /** Σ y in parts of `WHOLE`, for the pair's first model. */
  points: number
  /** Σ y² in parts of `WHOLE`. */
  squares: number
}

/**
 * Parts of one point: 4 · 2520², so that outcomes and their squares are whole for up to ten votes on a
 * battle; the mean of more is rounded to a part, always alike. 300 million battles of a pair fit below 2⁵³.
 */
export const WHOLE = 25_401_600

export const noSums = (): PairSums => ({
  a: 0,
  b: 0,
  tie: 0,
  both_bad: 0,
  battles: 0,
  points: 0,
  squares: 0,
})

/** The sums of a single battle with these votes; of none, nothing. */
export function sumsOfBattle({ a, b, tie, both_bad }: Readonly<Tally>): PairSums {
  const votes = a + b + tie + both_bad
  if (votes === 0) return noSums()
  const halves = 2 * a + tie + both_bad
  return {
    a,
    b,
    tie,
    both_bad,
    battles: 1,
    points: Math.round((WHOLE * halves) / (2 * votes)),
    squares: Math.round((WHOLE * halves * halves) / (4 * votes * votes)),
  }
}

/** Adds `times` the change, in place; −1 takes it back. */
export function addSums(sums: PairSums, change: Readonly<PairSums>, times = 1): void {
  sums.a += change.a * times
  sums.b += change.b * times
  sums.tie += change.tie * times
  sums.both_bad += change.both_bad * times
  sums.battles += change.battles * times
  sums.points += change.points * times
  sums.squares += change.squares * times
}

/** What the sums of a pair change by when the votes on one battle are no longer `before` but `after`. */
export function changeOfSums(before: Readonly<Tally>, after: Readonly<Tally>): PairSums {
  const change = sumsOfBattle(after)
  addSums(change, sumsOfBattle(before), -1)
  return change
}

/** Two names, the smaller first, and the votes told that way round: how sums of a pair are kept. */
export interface OrientedVotes {
  first: string
  second: string
  votes: Tally
}

export function orientVotes(modelA: string, modelB: string, votes: Readonly<Tally>): OrientedVotes {
  return modelA < modelB
    ? { first: modelA, second: modelB, votes: { ...votes } }
    : { first: modelB, second: modelA, votes: { ...votes, a: votes.b, b: votes.a } }
}

/** The votes of a battle that one person decided. */
export const oneVote = (choice: Choice): Tally => ({ a: 0, b: 0, tie: 0, both_bad: 0, [choice]: 1 })
