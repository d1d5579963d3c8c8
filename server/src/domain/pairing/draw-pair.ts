import { SIDE_COUNT } from '#shared/vocabulary'
import { AppError } from '../app-error.js'
import type { Random } from '../ports.js'
import { PairChances, type Drawable, type Interest } from './pair-chances.js'

export interface Draw<M> {
  /** In the order of sides: `a`, then `b`. */
  pair: [M, M]
  /** Chance with which this unordered pair was drawn. */
  probability: number
}

/** Whether there are the two that a battle needs. */
export const canBattle = (pool: readonly unknown[]): boolean => pool.length >= SIDE_COUNT.battle

/**
 * Draws two different models of a battle, by weight and, with `interest`, towards the pairs that tell most;
 * then shuffles the sides. A model without weight is never drawn.
 * @throws AppError `not_enough_models` when fewer than two models have a weight
 */
export function drawPair<M extends Drawable>(
  pool: readonly M[],
  random: Random,
  interest?: Interest<NoInfer<M>>,
): Draw<M> {
  const candidates = pool.filter((model) => model.weight > 0)
  if (!canBattle(candidates)) {
    throw new AppError(
      'not_enough_models',
      'A battle needs two models that can answer; this arena has fewer at the moment.',
    )
  }
  const chances = new PairChances(candidates, interest)
  const [first, second] = chances.at(random.next())
  return {
    pair: random.next() < 0.5 ? [first, second] : [second, first],
    probability: chances.of(first, second),
  }
}
