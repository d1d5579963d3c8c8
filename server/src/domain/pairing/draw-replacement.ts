import type { Random } from '../ports.js'
import { PairChances, type Drawable, type Interest } from './pair-chances.js'

export interface Replacement<M> {
  model: M
  /** Chance of the pair that answers now, had it been drawn. */
  probability: number
}

/**
 * Draws who answers in place of a model that failed, in proportion to the chance of the pair that it makes:
 * never one of `barred`, such as those that have had a seat in this turn, on either side. `opponent` is who
 * sits opposite now.
 * @returns undefined where nobody is left
 */
export function drawReplacement<M extends Drawable>(
  pool: readonly M[],
  opponent: M,
  barred: ReadonlySet<string>,
  random: Random,
  interest?: Interest<NoInfer<M>>,
): Replacement<M> | undefined {
  const rivals = pool.filter(({ name, weight }) => weight > 0 && name !== opponent.name)
  const chances = new PairChances([...rivals, opponent], interest)
  const free = rivals
    .filter(({ name }) => !barred.has(name))
    .map((model) => ({ model, probability: chances.of(model, opponent) }))
  let rest = random.next() * free.reduce((sum, { probability }) => sum + probability, 0)
  return free.find(({ probability }) => (rest -= probability) < 0) ?? free.at(-1)
}
