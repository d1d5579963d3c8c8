import { MODES, type Mode } from '#shared/vocabulary'
import type { Model } from './model.js'

/**
 * In which modes a model can be met: a retired one in none, one without a weight in all but battles.
 * One for pictures only is drawn for battles about pictures; whoever chooses it by name may ask anything.
 */
export function offeredModes({ text, vision, deprecated, weight }: Model): Mode[] {
  if (deprecated || !(text || vision)) return []
  return MODES.filter((mode) => mode !== 'battle' || weight > 0)
}
