import type { Category, Label, Language } from '#shared/vocabulary'

/** Demo models are never rated against real ones, so each has boards of its own. */
export type Pool = 'demo' | 'real'

/** What decides in which slices a battle counts. */
export interface BattlePlace {
  pool: Pool
  /** Days since the epoch. */
  day: number
  language: Language
  labels: readonly Label[]
}

/** One set of counts that a battle is in. */
export interface CountCell {
  /** Pool and category. */
  slice: string
  /** Empty: of all languages. */
  language: Language | ''
  /** 0: of all days. */
  day: number
  short: 0 | 1
}

/** The name under which the counts of a pool and category are kept. */
export const sliceKey = (pool: Pool, category: Category): string => `${pool}/${category}`

/**
 * Every set of counts that a battle is in: each of its categories, in its language and in all, on its day
 * and over all days. Every slice is a sum of such sets, so a board costs the same however many votes it has.
 */
export function cellsOf({ pool, day, language, labels }: BattlePlace): CountCell[] {
  const short = labels.includes('short') ? 1 : 0
  const categories: Category[] = ['overall', ...labels.filter((label) => label !== 'short')]
  return categories.flatMap((category) =>
    (['', language] as const).flatMap((spoken) =>
      [0, day].map((of) => ({ slice: sliceKey(pool, category), language: spoken, day: of, short })),
    ),
  )
}

/** Which battles a slice is made of. */
export interface SliceFilter {
  pool: Pool
  category: Category
  /** Empty: all. */
  language: Language | ''
  /** First day that counts; 0: all days. */
  from: number
  /** Last day that counts; absent: today. */
  to?: number
  /** Leaves out votes that are a tie or both bad. */
  excludeTies: boolean
  excludeShort: boolean
}

/** Whether a battle is in a slice, its votes apart. */
export function isIn(filter: SliceFilter, { pool, day, language, labels }: BattlePlace): boolean {
  return (
    pool === filter.pool &&
    (filter.category === 'overall' || labels.includes(filter.category)) &&
    (filter.language === '' || language === filter.language) &&
    day >= filter.from &&
    day <= (filter.to ?? Infinity) &&
    !(filter.excludeShort && labels.includes('short'))
  )
}
