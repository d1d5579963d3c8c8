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
  /** The pairs within it, by position in it. */
  connectedPairs: Pairs
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
  const all = new Array<Estimate | undefined>(start.length).fill(undefined)
  for (const [i, estimate] of estimatesOf(connected, mainPairs).entries()) all[main[i]!] = estimate

  const known = Float64Array.from(all, (estimate) => estimate?.theta ?? 0)
  const free = [...all.keys()].filter((i) => !all[i])
  const provisional = estimateProvisional(pairs, known, free)
  return {
    all: all.map((estimate) => estimate ?? provisional.shift()!),
    connected,
    connectedPairs: mainPairs,
  }
}
