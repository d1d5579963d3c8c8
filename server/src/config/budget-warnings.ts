import { isUsable } from './assemble-models.js'
import type { ModelEndpoint } from './model-endpoint.js'
import type { Settings } from './settings.js'
import type { Finding } from './startup-error.js'

/** The models that cost what `BUDGET_PER_DAY` does not count: whoever set it believes that it holds for all. */
export function budgetWarnings(
  models: readonly ModelEndpoint[],
  { budgetPerDay }: Pick<Settings, 'budgetPerDay'>,
): Finding[] {
  if (!budgetPerDay) return []
  return models
    .filter((model) => isUsable(model) && !model.demo)
    .flatMap(({ name, inputPrice, outputPrice, currency }) => {
      if (inputPrice === undefined || outputPrice === undefined) {
        const field = inputPrice === undefined ? 'input_price' : 'output_price'
        const message = 'missing, so BUDGET_PER_DAY does not count this model; 0 where it is free'
        return [{ path: `${name}.${field}`, message }]
      }
      if (currency === budgetPerDay.currency) return []
      const message = `not ${budgetPerDay.currency}, so BUDGET_PER_DAY does not count this model`
      return [{ path: `${name}.currency`, message }]
    })
}
