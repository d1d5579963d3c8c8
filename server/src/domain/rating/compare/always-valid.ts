const LEVEL = 0.95

/**
 * Deviation of the normal mixture, in logits (70 points): it decides at which precision the interval is
 * narrowest, here where the standard error of a difference is about 25 points, and nothing about validity.
 */
const MIXTURE = 0.4

/**
 * How many standard errors an interval must reach to both sides so that, with 95 % chance, it holds at every
 * look of somebody who looks after each battle and stops when it suits: the asymptotic confidence sequence
 * of Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas (Annals of Statistics 2024, equation 7), Robbins'
 * (1970) normal mixture, √((1 + 1/v) ln((1 + v) / α²)) with v = (mixture / error)².
 * @param error standard error of the difference, in logits
 */
export function alwaysValidReach(error: number): number {
  const v = (MIXTURE / error) ** 2
  return Math.sqrt((1 + 1 / v) * Math.log((1 + v) / (1 - LEVEL) ** 2))
}
