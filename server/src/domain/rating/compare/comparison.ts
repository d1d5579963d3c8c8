import { normalBelow } from '../algebra/normal.js'
import type { RankedFit } from '../board.js'
import type { Interval } from '../ranks.js'
import { POINTS_PER_LOGIT, Z95, winChance } from '../scale.js'
import { alwaysValidReach } from './always-valid.js'
import { moreBattles } from './more-battles.js'

/** What the ratings say about two ranked models, a and b; differences in points, positive where a is ahead. */
export interface Comparison {
  /** Chance of a in one battle, a tie as half. */
  winChance: number
  /** How sure it is that a is the better one. */
  better: number
  difference: number
  standardError: number
  /** Right, at 95 %, for who looks once. */
  fixed: Interval
  /** Right, at 95 %, for who looks after every vote and stops when it suits. */
  always: Interval
  /** Who is better by the always-valid interval; null where it holds zero. */
  decided: 'a' | 'b' | null
  /**
   * About how many battles of these two more would decide it, if the difference is what it seems; 0 where
   * it is decided, null where the two seem so equal that no number can be told.
   */
  moreBattles: number | null
}

/**
 * Compares two models of a board. The error of a difference is not that of two ratings: what is uncertain
 * about both alike drops out, Var(θ_a − θ_b) = C_aa + C_bb − 2 C_ab. It is the larger one of sandwich and
 * model, since the former is too small where battles are few, and of the one by clusters if there are any. The
 * chance that a is better is Φ(z), z = difference / error; what few clusters leave open about the error itself
 * widens it, so that its interval is that of Student's t.
 * @returns null where one of the two is not ranked, and so cannot be compared, or they are the same
 */
export function compare(fit: RankedFit, modelA: string, modelB: string): Comparison | null {
  const a = fit.models.indexOf(modelA)
  const b = fit.models.indexOf(modelB)
  if (a === -1 || b === -1 || a === b) return null
  const lead = fit.theta[a]! - fit.theta[b]!
  const variances = [fit.sandwich, fit.modelBased, ...(fit.clustered ? [fit.clustered] : [])].map(
    (covariance) => varianceOf(covariance, fit.models.length, a, b),
  )
  const error = (Math.sqrt(Math.max(...variances)) * fit.reach) / Z95
  const reach = alwaysValidReach(error) * error
  const decided = Math.abs(lead) > reach
  return {
    winChance: winChance(lead),
    better: normalBelow(lead / error),
    difference: POINTS_PER_LOGIT * lead,
    standardError: POINTS_PER_LOGIT * error,
    fixed: around(lead, Z95 * error),
    always: around(lead, reach),
    decided: decided ? (lead > 0 ? 'a' : 'b') : null,
    moreBattles: decided ? 0 : moreBattles(lead, error),
  }
}

/** Variance of θ_a − θ_b. */
function varianceOf(covariance: Float64Array, size: number, a: number, b: number): number {
  return covariance[a * size + a]! + covariance[b * size + b]! - 2 * covariance[a * size + b]!
}

const around = (lead: number, reach: number): Interval => ({
  lower: POINTS_PER_LOGIT * (lead - reach),
  upper: POINTS_PER_LOGIT * (lead + reach),
})
