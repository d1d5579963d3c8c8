import { estimateConnected, type Estimate } from './estimate.js'
import type { Pair } from './pair-counts.js'
import { estimateProvisional } from './provisional.js'

/**
 * Estimates of all models by position: those of the main component by maximum likelihood, as if there
 * were no others; then the others beside them with a weak prior. `start` holds a strength for each model.
 */
export function estimateAll(
  pairs: readonly Pair[],
  main: readonly number[],
  start: Float64Array,
): Estimate[] {
  const estimates = new Array<Estimate | undefined>(start.length).fill(undefined)
  if (main.length > 0) {
    const connected = estimateConnected(main.length, within(pairs, main), startOf(main, start))
    for (const [i, estimate] of connected.entries()) estimates[main[i]!] = estimate
  }
  const known = Float64Array.from(estimates, (estimate) => estimate?.theta ?? 0)
  const free = [...estimates.keys()].filter((i) => !estimates[i])
  const provisional = estimateProvisional(pairs, known, free)
  return estimates.map((estimate) => estimate ?? provisional.shift()!)
}

const startOf = (members: readonly number[], start: Float64Array): Float64Array =>
  Float64Array.from(members, (member) => start[member]!)

/** The pairs between these members, by their position among them. */
function within(pairs: readonly Pair[], members: readonly number[]): Pair[] {
  const position = new Map(members.map((member, i) => [member, i]))
  return pairs.flatMap(({ a, b, tally }) => {
    const first = position.get(a)
    const second = position.get(b)
    return first === undefined || second === undefined ? [] : [{ a: first, b: second, tally }]
  })
}
