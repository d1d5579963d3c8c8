import { CHOICES } from '#shared/vocabulary'
import type { ClusterCounts } from './cluster-counts.js'
import { clustersMet, type ClustersMet } from './fit/clusters.js'
import { mainComponent } from './fit/components.js'
import { FEW_BATTLES, type Estimate } from './fit/estimate.js'
import { estimateAll, type Estimates } from './fit/estimate-all.js'
import { anchorShift, type Anchor } from './anchor.js'
import type { PairCounts } from './pair-counts.js'
import type { Pairs } from './pairs.js'
import { rankRanges, type RankRange } from './ranks.js'
import { resultsOf, type Results } from './results.js'
import { reachOf } from './reach.js'
import { MEAN_RATING, POINTS_PER_LOGIT } from './scale.js'
import { averageWinRates, predictedWinRates } from './win-rates.js'

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
  /** Mean over opponents of wins / (wins + losses); null without a decided vote. */
  averageWinRate: number | null
  /** Mean chance against every other ranked model; null where there is no rank. */
  predictedWinRate: number | null
}

/** The ranked models together: what any two of them are compared by. */
export interface RankedFit {
  /** Sorted by name. */
  models: string[]
  /** Strengths in logits, mean zero. */
  theta: Float64Array
  /** Covariances of the strengths in squared logits, row by row. */
  sandwich: Float64Array
  modelBased: Float64Array
  clustered?: Float64Array | undefined
  /** Standard errors from a figure to the ends of its interval: of the normal distribution, or with few clusters more. */
  reach: number
}

export interface Standings {
  votes: number
  /** Observations: fewer than votes where several people voted on one battle. */
  battles: number
  /** Ranked models first, each part from the best rating down. */
  rows: Standing[]
  ranked: RankedFit
  /** Rating of mean strength. */
  middle: number
  /** Standard errors from a rating to the ends of its interval. */
  critical: number
  /** Only with clusters: those that met ranked models. */
  clusters?: ClustersMet | undefined
  /** False where the anchor that was asked for has no rank, so that the mean is 1000 after all. */
  anchored: boolean
}

export interface BoardOptions {
  /** What models are called, where counts know them by ids: decides where figures do not. */
  labels?: ReadonlyMap<string, string> | undefined
  /** A model with fewer battles is marked provisional; if it is connected, it is ranked all the same. */
  fewBattles?: number
  /** The board before the last votes, which makes the new one cheaper and changes no figure. */
  before?: Standings | undefined
  /** A model and the rating that it shall have; without one the mean of the ranked models is 1000. */
  anchor?: Anchor | undefined
  /** Let every pair of models count alike, however often it was drawn. */
  reweight?: boolean
  /** The same votes by voter or by prompt: errors then allow for votes that are not independent. */
  clusters?: ClusterCounts | undefined
  /** Intervals, and so ranks, that hold all at once with 95 % chance, not each for itself. */
  simultaneous?: boolean
}

/** The board of these counts: a pure function of them, whatever their order was. */
export function standingsOf(counts: PairCounts, options: BoardOptions = {}): Standings {
  const models = counts.models()
  const pairs = counts.pairs(models)
  const main = mainComponent(models.map(labelsIn(options)), pairs)
  const clusters = options.clusters?.of(models)
  const { all, connected } = estimateAll(pairs, main, {
    start: startFrom(models, options.before),
    clusters,
    reweight: options.reweight,
  })
  const met = clusters && clustersMet(clusters, main)
  return assemble({ models, pairs, main, all, connected, clusters: met }, options)
}

/** Everything that a board is made from. */
export interface Estimated extends Pick<Estimates, 'all' | 'connected'> {
  models: readonly string[]
  pairs: Pairs
  /** Positions of the models that are ranked. */
  main: readonly number[]
  clusters?: ClustersMet | undefined
}

/** Rows, ranks and summary of estimates, however they were made. */
export function assemble(
  { models, pairs, main, all, connected, clusters }: Estimated,
  options: BoardOptions,
): Standings {
  const { theta, sandwich, modelBased, clustered } = connected
  const { reach, critical } = reachOf(connected, main.length, clusters?.all, options.simultaneous)
  const ranked: RankedFit = {
    models: main.map((i) => models[i]!),
    theta,
    sandwich,
    modelBased,
    clustered,
    reach,
  }
  const shift = anchorShift(ranked, options.anchor)
  const middle = MEAN_RATING + (shift ?? 0)
  const results = resultsOf(models.length, pairs)
  const winRates = averageWinRates(models.length, pairs)
  const rows = models.map((model, i) => ({
    model,
    ...onTheScale(all[i]!, middle, critical),
    ...results[i]!,
    rank: null as RankRange | null,
    provisional: results[i]!.battles < (options.fewBattles ?? FEW_BATTLES),
    averageWinRate: winRates[i]!,
    predictedWinRate: null as number | null,
  }))
  rank(rows, main, predictedWinRates(theta))
  return {
    votes: CHOICES.reduce((votes, choice) => votes + sumOf(pairs.tally[choice]), 0),
    battles: sumOf(pairs.battles),
    rows: rows.sort(byStanding(labelsIn(options))),
    ranked,
    middle,
    critical,
    clusters,
    anchored: shift !== null,
  }
}

function sumOf(column: Float64Array): number {
  let sum = 0
  for (let k = 0; k < column.length; k += 1) sum += column[k]!
  return sum
}

/** Strengths to start from, in logits: those of the former board, zero for models that it did not rank. */
function startFrom(models: readonly string[], before: Standings | undefined): Float64Array {
  const former = new Map(before?.ranked.models.map((model, i) => [model, before.ranked.theta[i]!]))
  return Float64Array.from(models, (model) => former.get(model) ?? 0)
}

function onTheScale({ theta, error }: Estimate, middle: number, critical: number) {
  const rating = middle + POINTS_PER_LOGIT * theta
  const standardError = POINTS_PER_LOGIT * error
  return {
    rating,
    standardError,
    lower: rating - critical * standardError,
    upper: rating + critical * standardError,
  }
}

/** Gives the rows of the main component their ranks among each other, and marks all others. */
function rank(
  rows: Standing[],
  main: readonly number[],
  predicted: readonly (number | null)[],
): void {
  const ranges = rankRanges(main.map((i) => rows[i]!))
  for (const [i, range] of ranges.entries()) {
    const row = rows[main[i]!]!
    row.rank = range
    row.predictedWinRate = predicted[i]!
  }
  for (const row of rows) row.provisional ||= row.rank === null
}

type LabelOf = (model: string) => string

export const labelsIn =
  ({ labels }: Pick<BoardOptions, 'labels'>): LabelOf =>
  (model) =>
    labels?.get(model) ?? model

/** Models without a rank come last; ratings that are equal but for rounding, by label. */
const byStanding =
  (labelOf: LabelOf) =>
  (x: Standing, y: Standing): number =>
    Number(x.rank === null) - Number(y.rank === null) ||
    millionths(y.rating) - millionths(x.rating) ||
    (labelOf(x.model) < labelOf(y.model) ? -1 : 1)

const millionths = (rating: number): number => Math.round(rating * 1e6)
