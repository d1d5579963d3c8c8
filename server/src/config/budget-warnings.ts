import { costOf } from '../domain/spending/cost.js'
import { longestAnswer } from '../domain/spending/longest-answer.js'
import { isUsable } from './assemble-models.js'
import type { ModelEndpoint } from './model-endpoint.js'
import type { Settings } from './settings.js'
import type { Finding } from './startup-error.js'

/**
 * The models that cost what `BUDGET_PER_DAY` does not count, since whoever set it believes that it holds for all,
 * and those for which it has no room at all.
 */
export function budgetWarnings(
  models: readonly ModelEndpoint[],
  { budgetPerDay }: Pick<Settings, 'budgetPerDay'>,
): Finding[] {
  if (!budgetPerDay) return []
  return models
    .filter((model) => isUsable(model) && !model.demo)
    .flatMap((model) => {
      const { name, inputPrice, outputPrice, currency } = model
      if (inputPrice === undefined || outputPrice === undefined) {
        const field = inputPrice === undefined ? 'input_price' : 'output_price'
        const message = 'missing, so BUDGET_PER_DAY does not count this model; 0 where it is free'
        return [{ path: `${name}.${field}`, message }]
      }
      if (currency !== budgetPerDay.currency) {
        const message = `not ${budgetPerDay.currency}, so BUDGET_PER_DAY does not count this model`
        return [{ path: `${name}.currency`, message }]
      }
      const outputTokens = longestAnswer(model, model.recommended)
      const cost = costOf(model, { inputTokens: 0, outputTokens }) ?? 0
      if (cost <= budgetPerDay.amount) return []
      const message = `one answer of ${outputTokens} tokens may cost ${cost}, more than BUDGET_PER_DAY, so the model is not asked; set a lower max_tokens`
      return [{ path: `${name}.max_tokens`, message }]
    })
}
