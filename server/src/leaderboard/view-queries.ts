import { z } from 'zod'
import { PairOfModels } from '#shared/protocol/leaderboard-views'
import { QuerySlice, flag, withoutBlanks } from './board-query.js'

const MOST_DAYS = 3660

export const SliceQuery = z.preprocess(withoutBlanks, QuerySlice)
export type SliceQuery = z.infer<typeof SliceQuery>

export const PoolQuery = z.preprocess(withoutBlanks, z.strictObject({ demo: flag }))
export type PoolQuery = z.infer<typeof PoolQuery>

export const HistoryQuery = z.preprocess(
  withoutBlanks,
  z.strictObject({ demo: flag, days: z.coerce.number().int().min(1).max(MOST_DAYS).default(365) }),
)
export type HistoryQuery = z.infer<typeof HistoryQuery>

export const PairQuery = z
  .preprocess(withoutBlanks, QuerySlice.extend(PairOfModels.shape))
  .transform(({ a, b, aVersion, bVersion, ...slice }) => ({
    slice,
    pair: { a, b, aVersion, bVersion },
  }))
export type PairQuery = z.infer<typeof PairQuery>

export const ModelQuery = z
  .preprocess(
    withoutBlanks,
    QuerySlice.extend({
      name: z.string().min(1).max(200),
      version: z.coerce.number().int().min(1).optional(),
    }),
  )
  .transform(({ name, version, ...slice }) => ({ slice, model: { name, version } }))
export type ModelQuery = z.infer<typeof ModelQuery>
