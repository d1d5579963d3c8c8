import { z } from 'zod'
import { Slice } from '#shared/protocol/leaderboard'

/** A field that was sent empty is a field that was not sent. */
const withoutBlanks = (query: unknown): unknown =>
  Object.fromEntries(Object.entries(query ?? {}).filter(([, value]) => value !== ''))

const flag = z
  .enum(['true', 'false'])
  .transform((value) => value === 'true')
  .optional()

/** A slice, as the query of `GET /api/leaderboard` spells it, and the form of the answer. */
export const BoardQuery = z
  .preprocess(
    withoutBlanks,
    Slice.extend({
      styleControl: flag,
      excludeTies: flag,
      excludeShort: flag,
      own: flag,
      demo: flag,
      format: z.enum(['json', 'csv']).default('json'),
    }),
  )
  .transform(({ format, ...slice }) => ({ format, slice }))
export type BoardQuery = z.infer<typeof BoardQuery>
