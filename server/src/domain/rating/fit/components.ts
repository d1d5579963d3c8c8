import type { Pair } from '../pair-counts.js'

/**
 * Positions of the models that can be compared without a prior: the strongly connected component with
 * the most battles inside it, sorted; empty where no two models are so connected. An arrow runs from a
 * model to each that it took a point from. Finite maximum-likelihood strengths exist exactly inside such a
 * component (Ford 1957): a model that only won has none.
 */
export function mainComponent(size: number, pairs: readonly Pair[]): number[] {
  const componentOf = stronglyConnected(size, arrows(size, pairs))
  const battles = new Map<number, number>()
  for (const pair of pairs) {
    const component = componentOf[pair.a]!
    if (component !== componentOf[pair.b]) continue
    battles.set(component, (battles.get(component) ?? 0) + pair.battles)
  }
  const main = largest(battles, componentOf)
  return [...componentOf.keys()].filter((model) => componentOf[model] === main)
}

/** The component with the most battles; of equals, the one that holds the first model. */
function largest(battles: Map<number, number>, componentOf: readonly number[]): number | undefined {
  let best: number | undefined
  for (const component of new Set(componentOf)) {
    const count = battles.get(component) ?? 0
    if (count > (best === undefined ? 0 : (battles.get(best) ?? 0))) best = component
  }
  return best
}

function arrows(size: number, pairs: readonly Pair[]): number[][] {
  const targets = Array.from({ length: size }, (): number[] => [])
  for (const pair of pairs) {
    if (pair.points > 0) targets[pair.a]!.push(pair.b)
    if (pair.points < pair.battles) targets[pair.b]!.push(pair.a)
  }
  return targets
}

/** The number of each node's component, by Tarjan's algorithm (1972). */
function stronglyConnected(size: number, targets: readonly number[][]): number[] {
  const componentOf = new Array<number>(size).fill(-1)
  const foundAt = new Array<number>(size).fill(-1)
  const stack: number[] = []
  let found = 0
  let components = 0

  /** @returns the earliest node still on the stack that can be reached from this one */
  const visit = (node: number): number => {
    let lowest = (foundAt[node] = found++)
    stack.push(node)
    for (const target of targets[node]!) {
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
