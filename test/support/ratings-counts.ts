import { PairCounts } from '#server/domain/rating/pair-counts'
import type { Standing, Standings } from '#server/domain/rating/board'
import type { Choice } from '#shared/vocabulary'

export type Battle = readonly [modelA: string, modelB: string, choice: Choice, times?: number]

export function countsOf(battles: Iterable<Battle>): PairCounts {
  const counts = new PairCounts()
  for (const [modelA, modelB, choice, times] of battles) counts.add(modelA, modelB, choice, times)
  return counts
}

/** Pairs that have met, each as an object: easier to read than columns. */
export function pairsIn(counts: PairCounts) {
  const models = counts.models()
  const { tally, ...pairs } = counts.pairs(models)
  return Array.from(pairs.a, (a, k) => ({
    a: models[a]!,
    b: models[pairs.b[k]!]!,
    tally: {
      a: tally.a[k]!,
      b: tally.b[k]!,
      tie: tally.tie[k]!,
      both_bad: tally.both_bad[k]!,
    },
    battles: pairs.battles[k]!,
    points: pairs.points[k]!,
    squares: pairs.squares[k]!,
    weight: pairs.weight[k]!,
  }))
}

export function rowOf(standings: Standings, model: string): Standing {
  const row = standings.rows.find((candidate) => candidate.model === model)
  if (!row) throw new Error(`${model} is not on the board`)
  return row
}

/** The figures of the named models, in the order of the names. */
export const column = <K extends keyof Standing>(
  standings: Standings,
  models: readonly string[],
  key: K,
): Standing[K][] => models.map((model) => rowOf(standings, model)[key])

/** The words of the predecessor's files. */
export const CHOICE_OF: Record<string, Choice> = {
  model_a: 'a',
  model_b: 'b',
  tie: 'tie',
  'tie (bothbad)': 'both_bad',
}
