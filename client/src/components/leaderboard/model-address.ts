import type { LocationQueryRaw, RouteLocationRaw } from 'vue-router'
import type { BoardModel, Slice } from '#shared/protocol/leaderboard'
import { sliceQuery } from '../../lib/slice-query.js'

/** Only a version that is not the current one is named. */
const versionOf = (model: BoardModel): string | undefined =>
  model.current ? undefined : String(model.version)

export const modelPage = (model: BoardModel, slice: Slice): RouteLocationRaw => ({
  name: 'leaderboard-model',
  query: { name: model.model, version: versionOf(model), ...sliceQuery(slice) },
})

export const pairQuery = (a: BoardModel, b?: BoardModel): LocationQueryRaw => ({
  a: a.model,
  aVersion: versionOf(a),
  b: b?.model,
  bVersion: b && versionOf(b),
})

export const pairPage = (
  a: BoardModel,
  b: BoardModel | undefined,
  slice: Slice,
): RouteLocationRaw => ({
  name: 'leaderboard-pair',
  query: { ...pairQuery(a, b), ...sliceQuery(slice) },
})
