import type { ModelEndpoint } from './model-endpoint.js'

/** What an admin has set for a model for now. */
export interface ModelOverride {
  /** Nobody is asked: neither drawn nor by name. */
  off: boolean
  /** In place of the weight of the model file. */
  weight?: number
}

/** A model as it takes part under an override. */
export function overridden(
  model: ModelEndpoint,
  override: ModelOverride | undefined,
): ModelEndpoint {
  if (!override) return model
  return {
    ...model,
    weight: override.weight ?? model.weight,
    ...(override.off && {
      available: false,
      unset: undefined,
      reason: 'switched off by whoever runs this arena',
    }),
  }
}
