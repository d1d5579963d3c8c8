import { MODES, type Mode } from '#shared/vocabulary'
import type { Model } from './model.js'

/**
 * In which modes a model answers text: a retired one in none, one for pictures only in none, one
 * without a weight in all but battles.
 */
export function offeredModes({ text, deprecated, weight }: Model): Mode[] {
  if (!text || deprecated) return []
  return MODES.filter((mode) => mode !== 'battle' || weight > 0)
}
