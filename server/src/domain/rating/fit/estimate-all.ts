import { pairsAmong, type Pairs } from '../pairs.js'
import { clustersAmong, type Cluster } from './clusters.js'
import { estimatesOf, fitConnected, type ConnectedFit, type Estimate } from './estimate.js'
import { estimateProvisional } from './provisional.js'
import { reweighted } from './reweight.js'

export interface Estimates {
  /** One of each model, by position. */
  all: Estimate[]
  /** The fit of the main component, by position in it. */
  connected: ConnectedFit
}

export interface EstimateOptions {
  /** A strength for each model from which to start. */
  start: Float64Array
  /** The same battles by voter or prompt, for errors that allow for their dependence. */
  clusters?: readonly Cluster[] | undefined
  /** Let every pair count alike, however often it was drawn. */
  reweight?: boolean | undefined
}

/**
 * Estimates of all models by position: those of the main component by maximum likelihood, as if there
 * were no others; then the others beside them with a weak prior.
 */
export function estimateAll(
  pairs: Pairs,
  main: readonly number[],
  { start, clusters, reweight }: EstimateOptions,
): Estimates {
  const inside = pairsAmong(pairs, main, start.length)
  const mainPairs = reweight ? reweighted(inside) : inside
  const connected = fitConnected(
    main.length,
    mainPairs,
    Float64Array.from(main, (member) => start[member]!),
    clusters && clustersAmong(clusters, main),
  )
  const { theta } = connected
  const ranked = estimatesOf(connected, mainPairs)
  const all = withProvisional(pairs, main, theta, ranked, start.length, clusters)
  return { all, connected }
}

/**
 * Estimates of all models by position: those of the main component as they are given, and the others beside
 * its strengths.
 */
export function withProvisional(
  pairs: Pairs,
  main: readonly number[],
  theta: Float64Array,
  ranked: readonly Estimate[],
  size: number,
  clusters?: readonly Cluster[],
): Estimate[] {
  const known = new Float64Array(size)
  const all = new Array<Estimate | undefined>(size).fill(undefined)
  for (const [i, member] of main.entries()) {
    known[member] = theta[i]!
    all[member] = ranked[i]
  }
  const free = [...all.keys()].filter((i) => !all[i])
  const provisional = estimateProvisional(pairs, known, free, clusters)
  return all.map((estimate) => estimate ?? provisional.shift()!)
}
