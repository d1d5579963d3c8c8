import type { ModelCard } from '#shared/protocol/model'
import type { ApiType } from '#shared/vocabulary'
import type { Model } from '../../domain/model/model.js'
import { costOf } from '../../domain/spending/cost.js'
import type { AnswerRow } from '../../storage/database/database.js'

export interface CardSubject {
  name: string
  provider: ApiType
  /** What the configuration says of this version today; absent once it is gone. */
  model?: Model
  /** The answer whose cost and time are told. */
  answer?: AnswerRow
}

/** Who a side was; only for those who may know. */
export function presentModelCard({ name, provider, model, answer }: CardSubject): ModelCard {
  return {
    name,
    provider,
    ...(model && {
      organization: model.organization,
      license: model.license,
      link: model.link,
      description: model.description,
      knowledgeCutoff: model.knowledgeCutoff,
    }),
    ...(answer && timesOf(answer)),
    ...(model && answer && priceOf(model, answer)),
  }
}

function timesOf({ startedAt, firstTokenAt, finishedAt, outputTokens }: AnswerRow) {
  const writingMs = finishedAt !== null && firstTokenAt !== null ? finishedAt - firstTokenAt : 0
  return {
    ...(startedAt !== null && firstTokenAt !== null && { firstTokenMs: firstTokenAt - startedAt }),
    ...(startedAt !== null && finishedAt !== null && { totalMs: finishedAt - startedAt }),
    ...(outputTokens !== null && { outputTokens }),
    ...(outputTokens !== null &&
      writingMs > 0 && { tokensPerSecond: (outputTokens * 1000) / writingMs }),
  }
}

/** Prices are per million tokens; without both prices or counts there is no figure. */
function priceOf(model: Model, { inputTokens, outputTokens }: AnswerRow) {
  if (inputTokens === null || outputTokens === null) return {}
  const cost = costOf(model, { inputTokens, outputTokens })
  return cost === undefined ? {} : { cost, currency: model.currency ?? 'USD' }
}
