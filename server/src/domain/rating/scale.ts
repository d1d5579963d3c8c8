/** Points that multiply the odds by ten, as on Elo's scale. */
const POINTS = 400

/** Points of one natural logit. */
export const POINTS_PER_LOGIT = POINTS / Math.LN10

/** Where the mean of the ranked models lies. */
export const MEAN_RATING = 1000

/** Two-sided 95 % quantile of the normal distribution. */
export const Z95 = 1.959963984540054

/** Chance of a win at an advantage of `logit`: 1 / (1 + e^-logit). */
export const winChance = (logit: number): number => 1 / (1 + Math.exp(-logit))

/**
 * Chances of both sides at an advantage of `logit`, from one exponential. That of the second is never
 * taken as 1 − p, which is zero long before the chance is.
 */
export function winChances(logit: number): [p: number, q: number] {
  const odds = Math.exp(-Math.abs(logit))
  const better = 1 / (1 + odds)
  return logit >= 0 ? [better, odds * better] : [odds * better, better]
}
