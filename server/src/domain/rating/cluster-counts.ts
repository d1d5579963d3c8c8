import type { Choice } from '#shared/vocabulary'
import type { Cluster, ClusterPair } from './fit/clusters.js'
import { orient } from './pair-counts.js'

type Share = { battles: number; points: number }

const POINTS: Record<Choice, number> = { a: 1, b: 0, tie: 0.5, both_bad: 0.5 }

/** Votes by who cast them, or by the prompt that they were about: what cluster-robust errors are made of. */
export class ClusterCounts {
  private readonly clusters = new Map<string, Map<string, Map<string, Share>>>()

  /**
   * @param cluster the voter or the prompt
   * @param votes how many votes there are on the battle, which count as one observation together
   */
  add(cluster: string, modelA: string, modelB: string, choice: Choice, votes = 1): void {
    const { first, second, choice: outcome } = orient(modelA, modelB, choice)
    const share = this.shareOf(cluster, first, second)
    share.battles += 1 / votes
    share.points += POINTS[outcome] / votes
  }

  /** The clusters with the models as positions in this sorted list; models outside of it are left out. */
  of(models: readonly string[]): Cluster[] {
    const position = new Map(models.map((model, i) => [model, i]))
    return [...this.clusters.values()].map((rows) => {
      const pairs: ClusterPair[] = []
      for (const [first, row] of rows) {
        const a = position.get(first)
        for (const [second, share] of row) {
          const b = position.get(second)
          if (a !== undefined && b !== undefined) pairs.push({ a, b, ...share })
        }
      }
      return pairs
    })
  }

  private shareOf(cluster: string, first: string, second: string): Share {
    const rows = entry(this.clusters, cluster, () => new Map<string, Map<string, Share>>())
    const row = entry(rows, first, () => new Map<string, Share>())
    return entry(row, second, () => ({ battles: 0, points: 0 }))
  }
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key)
  if (value === undefined) map.set(key, (value = make()))
  return value
}
