import type { Standings } from './board.js'
import type { PairCounts } from './pair-counts.js'
import { winChance } from './scale.js'

/** Pictures of a board: cell [i][j] is about model i against model j, in the order of the board. */
export interface RatingMatrices {
  models: string[]
  /** Votes, ties among them. */
  battles: number[][]
  /** Share of the decided votes that i won; null where there is none. */
  wins: (number | null)[][]
  /** Chance of i by the ratings, a tie as half; null on the diagonal and where one has no rank. */
  predicted: (number | null)[][]
}

export function matricesOf(counts: PairCounts, { rows, ranked }: Standings): RatingMatrices {
  const models = rows.map(({ model }) => model)
  const position = new Map(models.map((model, i) => [model, i]))
  const battles = square(models.length, 0)
  const wins = square<number | null>(models.length, null)
  const names = counts.models()
  const { a, b, tally } = counts.pairs(names)
  for (let k = 0; k < a.length; k += 1) {
    const i = position.get(names[a[k]!]!)
    const j = position.get(names[b[k]!]!)
    if (i === undefined || j === undefined) continue
    const decided = tally.a[k]! + tally.b[k]!
    battles[i]![j] = battles[j]![i] = decided + tally.tie[k]! + tally.both_bad[k]!
    if (decided === 0) continue
    wins[i]![j] = tally.a[k]! / decided
    wins[j]![i] = tally.b[k]! / decided
  }
  return { models, battles, wins, predicted: predictedOf(models, ranked) }
}

function predictedOf(models: readonly string[], ranked: Standings['ranked']): (number | null)[][] {
  const strength = new Map(ranked.models.map((model, i) => [model, ranked.theta[i]!]))
  return models.map((mine) =>
    models.map((other) => {
      const lead = strength.get(mine)! - strength.get(other)!
      return mine === other || Number.isNaN(lead) ? null : winChance(lead)
    }),
  )
}

const square = <T>(size: number, cell: T): T[][] =>
  Array.from({ length: size }, () => new Array<T>(size).fill(cell))
