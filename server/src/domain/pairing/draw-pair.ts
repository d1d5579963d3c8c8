import { AppError } from '../app-error.js'
import type { Random } from '../ports.js'

export interface Drawable {
  name: string
  weight: number
}

export interface Draw<M> {
  /** In the order of sides: `a`, then `b`. */
  pair: [M, M]
  /** Chance of this unordered pair under the weights of the pool. */
  probability: number
}

/**
 * Draws two different models of a battle: the first in proportion to its weight, its rival in
 * proportion to the weights of the rest, then shuffles the sides.
 * @throws AppError `not_enough_models` when fewer than two models have a weight
 */
export function drawPair<M extends Drawable>(pool: readonly M[], random: Random): Draw<M> {
  const candidates = pool.filter((model) => model.weight > 0)
  if (candidates.length < 2) {
    throw new AppError(
      'not_enough_models',
      'A battle needs two models that can answer; this arena has fewer at the moment.',
    )
  }
  const first = pick(candidates, random)
  const rival = pick(
    candidates.filter((model) => model !== first),
    random,
  )
  return {
    pair: random.next() < 0.5 ? [first, rival] : [rival, first],
    probability: pairProbability(first, rival, total(candidates)),
  }
}

export const total = (models: readonly Drawable[]): number =>
  models.reduce((sum, model) => sum + model.weight, 0)

export function pick<M extends Drawable>(models: readonly M[], random: Random): M {
  let rest = random.next() * total(models)
  for (const model of models) {
    rest -= model.weight
    if (rest < 0) return model
  }
  // Rounding can leave a crumb above the last weight.
  return models[models.length - 1] as M
}

/** P(first, then rival) + P(rival, then first). */
export const pairProbability = (first: Drawable, rival: Drawable, sum: number): number =>
  (first.weight / sum) * (rival.weight / (sum - first.weight)) +
  (rival.weight / sum) * (first.weight / (sum - rival.weight))
