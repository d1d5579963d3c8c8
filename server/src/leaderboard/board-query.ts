import { z } from 'zod'
import { Slice } from '#shared/protocol/leaderboard'

/** A field that was sent empty is a field that was not sent. */
export const withoutBlanks = (query: unknown): unknown =>
  Object.fromEntries(Object.entries(query ?? {}).filter(([, value]) => value !== ''))

export const flag = z
  .enum(['true', 'false'])
  .transform((value) => value === 'true')
  .optional()

/** A slice as a query spells it. */
export const QuerySlice = Slice.extend({
  styleControl: flag,
  excludeTies: flag,
  excludeShort: flag,
  evenPairs: flag,
  allAtOnce: flag,
  voterErrors: flag,
  own: flag,
  demo: flag,
})

/** What `GET /api/leaderboard` takes: a slice, and the form of the answer. */
export const BoardQuery = z
  .preprocess(withoutBlanks, QuerySlice.extend({ format: z.enum(['json', 'csv']).default('json') }))
  .transform(({ format, ...slice }) => ({ format, slice }))
export type BoardQuery = z.infer<typeof BoardQuery>
