import type { Pairs } from '../pairs.js'

/** Pairs with fewer battles than this count for less than the others: their few must not count for many. */
const LEAST_BATTLES = 50

/**
 * Weights that let every pair of models count alike, however often it was drawn: 1 / max(n, 50) for each
 * of its n battles, as arena-rank has it (Chiang et al. 2024, equation 7, for a uniform draw). Intervals
 * become wider.
 */
export const reweighted = (pairs: Pairs): Pairs => ({
  ...pairs,
  weight: pairs.battles.map((battles) => 1 / Math.max(battles, LEAST_BATTLES)),
})
