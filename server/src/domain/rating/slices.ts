/** Demo models are never rated against real ones, so each has boards of its own. */
export type Pool = 'demo' | 'real'

/** The name under which the counts of a slice are kept. */
export const sliceKey = (pool: Pool, category: 'overall'): string => `${pool}/${category}`

/** Every slice that a rated vote counts in. */
export const slicesOfVote = (pool: Pool): string[] => [sliceKey(pool, 'overall')]
