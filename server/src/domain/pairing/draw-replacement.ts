import type { Random } from '../ports.js'
import { pairProbability, pick, total, type Drawable } from './draw-pair.js'

export interface Replacement<M> {
  model: M
  /** Chance of the pair that answers now, under the weights of the pool. */
  probability: number
}

/**
 * Draws who answers in place of a model that failed, in proportion to weight: never one that has had a
 * seat in this turn, on either side. `opponent` is who sits opposite now.
 * @returns undefined where nobody is left
 */
export function drawReplacement<M extends Drawable>(
  pool: readonly M[],
  opponent: M,
  seated: ReadonlySet<string>,
  random: Random,
): Replacement<M> | undefined {
  const willing = pool.filter((model) => model.weight > 0)
  const free = willing.filter(({ name }) => !seated.has(name) && name !== opponent.name)
  if (free.length === 0) return undefined
  const model = pick(free, random)
  const rivals = [...willing.filter(({ name }) => name !== opponent.name), opponent]
  return { model, probability: pairProbability(model, opponent, total(rivals)) }
}
