import { mainComponent } from './components.js'
import { FEW_VOTES, type Estimate } from './estimate.js'
import { estimateAll } from './estimate-all.js'
import { battlesOf, type PairCounts } from './pair-counts.js'
import { rankRanges, type RankRange } from './ranks.js'
import { resultsOf, type Results } from './results.js'
import { MEAN_RATING, POINTS_PER_LOGIT, Z95 } from './scale.js'

/** Where one model stands; figures in points of the 400 scale, the interval at 95 %. */
export interface Standing extends Results {
  model: string
  rating: number
  standardError: number
  lower: number
  upper: number
  /** Null where nothing but the prior ties the model to the ranked ones. */
  rank: RankRange | null
  provisional: boolean
}

export interface Standings {
  votes: number
  /** Ranked models first, each part from the best rating down. */
  rows: Standing[]
}

export interface BoardOptions {
  /** A model with fewer votes is marked provisional; if it is connected, it is ranked all the same. */
  fewVotes?: number
  /** The board before the last votes, which makes the new one cheaper and changes no figure. */
  before?: Standings
}

/** The board of these counts: a pure function of them, whatever their order was. */
export function standingsOf(counts: PairCounts, options: BoardOptions = {}): Standings {
  const models = counts.models()
  const pairs = counts.pairs(models)
  const main = mainComponent(models.length, pairs)
  const estimates = estimateAll(pairs, main, startFrom(models, options.before))
  const results = resultsOf(models.length, pairs)
  const rows = models.map((model, i) => ({
    model,
    ...onTheScale(estimates[i]!),
    ...results[i]!,
    rank: null as RankRange | null,
    provisional: results[i]!.votes < (options.fewVotes ?? FEW_VOTES),
  }))
  rank(rows, main)
  return {
    votes: pairs.reduce((sum, pair) => sum + battlesOf(pair), 0),
    rows: rows.sort(byStanding),
  }
}

/** Strengths to start from, in logits. */
function startFrom(models: readonly string[], before: Standings | undefined): Float64Array {
  const ratings = new Map(before?.rows.map((row) => [row.model, row.rating]))
  return Float64Array.from(
    models,
    (model) => ((ratings.get(model) ?? MEAN_RATING) - MEAN_RATING) / POINTS_PER_LOGIT,
  )
}

function onTheScale({ theta, error }: Estimate) {
  const rating = MEAN_RATING + POINTS_PER_LOGIT * theta
  const standardError = POINTS_PER_LOGIT * error
  return {
    rating,
    standardError,
    lower: rating - Z95 * standardError,
    upper: rating + Z95 * standardError,
  }
}

/** Gives the rows of the main component their ranks among each other, and marks all others. */
function rank(rows: Standing[], main: readonly number[]): void {
  const ranges = rankRanges(main.map((i) => rows[i]!))
  for (const [i, range] of ranges.entries()) rows[main[i]!]!.rank = range
  for (const row of rows) row.provisional ||= row.rank === null
}

/** Models without a rank come last; ratings that are equal but for rounding, by name. */
function byStanding(x: Standing, y: Standing): number {
  return (
    Number(x.rank === null) - Number(y.rank === null) ||
    millionths(y.rating) - millionths(x.rating) ||
    (x.model < y.model ? -1 : 1)
  )
}

const millionths = (rating: number): number => Math.round(rating * 1e6)
