import { CHOICES } from '#shared/vocabulary'
import type { Pairs } from '../pairs.js'

/**
 * Positions of the models that can be compared without a prior: the strongly connected component with
 * the most battles inside it, sorted; empty where no two models are so connected. Of components with as many
 * battles it is the one with the most votes, then the one that holds the first label; models have no order of
 * their own. An arrow runs from a model to each that it took a point from. Finite maximum-likelihood strengths
 * exist exactly inside such a component (Ford 1957): a model that only won has none.
 */
export function mainComponent(labels: readonly string[], pairs: Pairs): number[] {
  const componentOf = stronglyConnected(labels.length, arrows(labels.length, pairs))
  const inside = componentOf.map((): Inside => ({ battles: 0, votes: 0 }))
  for (let k = 0; k < pairs.a.length; k += 1) {
    const component = componentOf[pairs.a[k]!]!
    if (component !== componentOf[pairs.b[k]!]) continue
    inside[component]!.battles += pairs.battles[k]!
    for (const choice of CHOICES) inside[component]!.votes += pairs.tally[choice][k]!
  }
  for (const [model, component] of componentOf.entries()) {
    const { first } = inside[component]!
    if (first === undefined || labels[model]! < first) inside[component]!.first = labels[model]!
  }
  const main = inside.indexOf(inside.reduce(larger, NOTHING))
  return [...componentOf.keys()].filter((model) => componentOf[model] === main)
}

/** Whether all models can be compared without a prior. */
export const isConnected = (size: number, pairs: Pairs): boolean =>
  new Set(stronglyConnected(size, arrows(size, pairs))).size === 1

/** What a component holds. */
interface Inside {
  battles: number
  votes: number
  first?: string
}

const NOTHING: Inside = { battles: 0, votes: 0 }

function larger(best: Inside, next: Inside): Inside {
  if (next.battles !== best.battles) return next.battles > best.battles ? next : best
  if (next.votes !== best.votes) return next.votes > best.votes ? next : best
  return next.battles > 0 && next.first! < best.first! ? next : best
}

/** A table of all models by all models, row by row: 1 where an arrow runs from the one to the other. */
function arrows(size: number, { a, b, points, battles }: Pairs): Uint8Array {
  const table = new Uint8Array(size * size)
  for (let k = 0; k < a.length; k += 1) {
    if (points[k]! > 0) table[a[k]! * size + b[k]!] = 1
    if (points[k]! < battles[k]!) table[b[k]! * size + a[k]!] = 1
  }
  return table
}

/** The number of each node's component, by Tarjan's algorithm (1972). */
function stronglyConnected(size: number, arrow: Uint8Array): number[] {
  const componentOf = new Array<number>(size).fill(-1)
  const foundAt = new Array<number>(size).fill(-1)
  const stack: number[] = []
  let found = 0
  let components = 0

  /** @returns the earliest node still on the stack that can be reached from this one */
  const visit = (node: number): number => {
    let lowest = (foundAt[node] = found++)
    stack.push(node)
    for (let target = 0; target < size; target += 1) {
      if (arrow[node * size + target] === 0) continue
      if (foundAt[target] === -1) lowest = Math.min(lowest, visit(target))
      else if (componentOf[target] === -1) lowest = Math.min(lowest, foundAt[target]!)
    }
    if (lowest === foundAt[node]) {
      for (let member = -1; member !== node;) {
        member = stack.pop()!
        componentOf[member] = components
      }
      components += 1
    }
    return lowest
  }

  for (let node = 0; node < size; node += 1) if (foundAt[node] === -1) visit(node)
  return componentOf
}
