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

/** What clusters have to do with pairs of these members, by their position among them. */
export function clustersAmong(
  clusters: readonly Cluster[],
  members: readonly number[],
): readonly Cluster[] {
  const position = new Map(members.map((member, i) => [member, i]))
  return clusters.map((cluster) =>
    cluster.flatMap((pair) => {
      const a = position.get(pair.a)
      const b = position.get(pair.b)
      return a === undefined || b === undefined ? [] : [{ ...pair, a, b }]
    }),
  )
}

/**
 * Noise of the score where votes of one cluster hang together: Σ g gᵀ over the clusters, g being the score
 * of a cluster, Σ w (s − n p)(e_a − e_b). Liang and Zeger (1986); no small-sample factor (CR0).
 * `weightOf` tells what one battle of a pair weighs in the fit.
 */
export function clusterNoise(
  clusters: readonly Cluster[],
  theta: Float64Array,
  weightOf: (a: number, b: number) => number,
): Float64Array {
  const size = theta.length
  const noise = new Float64Array(size * size)
  for (const cluster of clusters) {
    const score = scoreOf(cluster, theta, weightOf)
    for (const [i, x] of score) {
      for (const [j, y] of score) noise[i * size + j]! += x * y
    }
  }
  return noise
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
