import { MEAN_RATING, POINTS_PER_LOGIT } from './scale.js'

/** A model that has this rating on every board, so that boards of different times can be laid side by side. */
export interface Anchor {
  model: string
  rating: number
}

/**
 * Points by which all ratings move so that the anchor has its own; zero without an anchor. Null where the
 * anchor is not among the ranked models: a board must not jump without saying so. Errors stay those about
 * the mean of the ranked models.
 */
export function anchorShift(
  { models, theta }: { models: readonly string[]; theta: Float64Array },
  anchor: Anchor | undefined,
): number | null {
  if (!anchor) return 0
  const at = models.indexOf(anchor.model)
  return at === -1 ? null : anchor.rating - MEAN_RATING - POINTS_PER_LOGIT * theta[at]!
}
