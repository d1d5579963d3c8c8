import type { BoardModel } from '#shared/protocol/leaderboard'

type Translate = (key: string, gaps: Record<string, unknown>) => string

/** The name of a model as one text; a version that is not the first says which it is. */
export const modelName = (model: BoardModel, t: Translate): string =>
  model.version > 1
    ? `${model.model} ${t('leaderboard.version', { version: model.version })}`
    : model.model
