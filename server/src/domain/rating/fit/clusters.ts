import { winChance } from '../scale.js'

/** What one voter, or one repeated prompt, contributed to a pair of models. */
export interface ClusterPair {
  readonly a: number
  readonly b: number
  /** Its share of battles: one of k votes on a battle is 1/k of it. */
  readonly battles: number
  /** Its share of the points of the pair's first model. */
  readonly points: number
}

/** Everything of one voter, or of one prompt. */
export type Cluster = readonly ClusterPair[]

/** How many clusters had to do with models. */
export interface ClustersMet {
  all: number
  /** How many met the model that the fewest met. */
  fewest: number
}

/** Below so many clusters their errors are likely too small, whatever is done about it. */
export const FEW_CLUSTERS = 10

/** How many clusters these models, as positions, were met by. */
export function clustersMet(clusters: readonly Cluster[], members: readonly number[]): ClustersMet {
  const met = new Map(members.map((member) => [member, 0]))
  for (const cluster of clusters) {
    for (const model of new Set(cluster.flatMap(({ a, b }) => [a, b]))) {
      if (met.has(model)) met.set(model, met.get(model)! + 1)
    }
  }
  return {
    all: clustersAmong(clusters, members).length,
    fewest: met.size > 0 ? Math.min(...met.values()) : 0,
  }
}

/** What clusters have to do with pairs of these members, by their position among them; those that have nothing are left out. */
export function clustersAmong(
  clusters: readonly Cluster[],
  members: readonly number[],
): readonly Cluster[] {
  const position = new Map(members.map((member, i) => [member, i]))
  return clusters
    .map((cluster) =>
      cluster.flatMap((pair) => {
        const a = position.get(pair.a)
        const b = position.get(pair.b)
        return a === undefined || b === undefined ? [] : [{ ...pair, a, b }]
      }),
    )
    .filter((cluster) => cluster.length > 0)
}

/**
 * Noise of the score where votes of one cluster hang together: C / (C − 1) Σ g gᵀ over the C clusters, g being
 * the score of a cluster, Σ w (s − n p)(e_a − e_b). Liang and Zeger (1986). The scores of all clusters add up to
 * nothing at the peak, so that of few of them the sum of squares is too small, and of one it is zero: hence the
 * factor (Cameron and Miller, "A practitioner's guide to cluster-robust inference", 2015, section VI.B).
 * `weightOf` tells what one battle of a pair weighs in the fit.
 * @returns undefined for less than two clusters, from which no noise between them can be told
 */
export function clusterNoise(
  clusters: readonly Cluster[],
  theta: Float64Array,
  weightOf: (a: number, b: number) => number,
): Float64Array | undefined {
  if (clusters.length < 2) return undefined
  const size = theta.length
  const noise = new Float64Array(size * size)
  for (const cluster of clusters) {
    const score = scoreOf(cluster, theta, weightOf)
    for (const [i, x] of score) {
      for (const [j, y] of score) noise[i * size + j]! += x * y
    }
  }
  const factor = clusters.length / (clusters.length - 1)
  return noise.map((cell) => factor * cell)
}

/** Only the models that the cluster met: most voters saw a few of them. */
function scoreOf(
  cluster: Cluster,
  theta: Float64Array,
  weightOf: (a: number, b: number) => number,
): Map<number, number> {
  const score = new Map<number, number>()
  for (const { a, b, battles, points } of cluster) {
    const surprise = weightOf(a, b) * (points - battles * winChance(theta[a]! - theta[b]!))
    score.set(a, (score.get(a) ?? 0) + surprise)
    score.set(b, (score.get(b) ?? 0) - surprise)
  }
  return score
}
