import type { AdminModel } from '#shared/protocol/admin-models'

export type ModelState = 'ready' | 'off' | 'unavailable' | 'deprecated' | 'resting' | 'trying'

/** The one word for how a model is doing; what an admin did comes before what happened to it. */
export function modelState({ override, available, deprecated, health }: AdminModel): ModelState {
  if (override?.off) return 'off'
  if (!available) return 'unavailable'
  if (deprecated) return 'deprecated'
  if (health.state === 'open') return 'resting'
  return health.state === 'half_open' ? 'trying' : 'ready'
}

export const STATE_TONES = {
  ready: 'good',
  off: 'quiet',
  unavailable: 'warn',
  deprecated: 'quiet',
  resting: 'bad',
  trying: 'warn',
} as const satisfies Record<ModelState, string>
