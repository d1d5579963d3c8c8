import { CHOICES, type Choice } from '#shared/vocabulary'

/** What happened between two models, by choice; `a` is the first of the two. */
export type Tally = Record<Choice, number>

/** Two models that have met, as positions in a list of models. */
export interface Pair {
  readonly a: number
  readonly b: number
  readonly tally: Readonly<Tally>
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

export const battlesOf = ({ tally }: Pair): number => tally.a + tally.b + tally.tie + tally.both_bad

/** Points of the pair's first model: a win is one, a tie and both bad are half. */
export const pointsOf = ({ tally }: Pair): number => tally.a + (tally.tie + tally.both_bad) / 2

/**
 * Outcomes by pair of models. Ratings, errors and ranks of a plain board are functions of these
 * numbers alone, so their cost does not grow with the number of votes.
 */
export class PairCounts {
  private readonly rows = new Map<string, Map<string, Tally>>()

  /** Counts a choice `times` over. Taking back (below zero) what was never counted is an error. */
  add(modelA: string, modelB: string, choice: Choice, times = 1): void {
    if (modelA === modelB) throw new RangeError('A model cannot meet itself')
    const { first, second, choice: outcome } = orient(modelA, modelB, choice)
    const tally = this.tallyOf(first, second)
    if (tally[outcome] + times < 0) throw new RangeError('No such outcome was counted')
    tally[outcome] += times
  }

  /** Takes back one choice that was counted. */
  subtract(modelA: string, modelB: string, choice: Choice): void {
    this.add(modelA, modelB, choice, -1)
  }

  /** Names of all models that have met another, sorted: no number depends on the order of the votes. */
  models(): string[] {
    const names = new Set<string>()
    for (const [first, row] of this.rows) {
      for (const [second, tally] of row) {
        if (!isEmpty(tally)) names.add(first).add(second)
      }
    }
    return [...names].sort()
  }

  /** The pairs that have met, as positions in `models`, which must hold all of them. */
  pairs(models: readonly string[]): Pair[] {
    const pairs: Pair[] = []
    for (const [a, first] of models.entries()) {
      const row = this.rows.get(first)
      if (!row) continue
      for (let b = a + 1; b < models.length; b += 1) {
        const tally = row.get(models[b]!)
        if (tally && !isEmpty(tally)) pairs.push({ a, b, tally })
      }
    }
    return pairs
  }

  private tallyOf(first: string, second: string): Tally {
    let row = this.rows.get(first)
    if (!row) this.rows.set(first, (row = new Map<string, Tally>()))
    let tally = row.get(second)
    if (!tally) row.set(second, (tally = { a: 0, b: 0, tie: 0, both_bad: 0 }))
    return tally
  }
}

const isEmpty = (tally: Tally): boolean => CHOICES.every((choice) => tally[choice] === 0)
