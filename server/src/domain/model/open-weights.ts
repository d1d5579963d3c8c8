import type { Model } from './model.js'

const OPEN =
  /open[- ]weights?|apache|\bmit\b|\bbsd\b|gpl|creative commons|\bcc[- ]by|llama|gemma|openrail|open source/i
const CLOSED = /proprietary|closed|commercial|all rights reserved/i

/**
 * Whether anybody may run a model: what the model file says, else what its licence is commonly known for;
 * undefined where neither tells.
 */
export function hasOpenWeights({
  openWeights,
  license = '',
}: Pick<Model, 'openWeights' | 'license'>): boolean | undefined {
  if (openWeights !== undefined) return openWeights
  if (OPEN.test(license)) return true
  return CLOSED.test(license) ? false : undefined
}
