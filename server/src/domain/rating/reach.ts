import { studentQuantile } from './algebra/student.js'
import type { ConnectedFit } from './fit/estimate.js'
import { Z95 } from './scale.js'
import { LEVEL, simultaneousCritical } from './simultaneous.js'

/**
 * Standard errors from a figure to the ends of its interval: `reach` of each for itself, `critical` of the
 * ratings of the board. A noise that was told from C clusters is itself uncertain: then the quantile is that of
 * Student's t with C − 1 degrees of freedom (Cameron and Miller 2015, section VI.D), for all intervals at once
 * with Bonferroni's share. One cluster alone tells nothing, and its board has the errors of one without.
 */
export function reachOf(
  { sandwich }: Pick<ConnectedFit, 'sandwich'>,
  size: number,
  clusters: number | undefined,
  simultaneous = false,
): { reach: number; critical: number } {
  if (clusters === undefined || clusters < 2) {
    return { reach: Z95, critical: simultaneous ? simultaneousCritical(sandwich, size) : Z95 }
  }
  const quantile = (intervals: number): number =>
    studentQuantile(1 - (1 - LEVEL) / (2 * Math.max(1, intervals)), clusters - 1)
  return { reach: quantile(1), critical: quantile(simultaneous ? size : 1) }
}
