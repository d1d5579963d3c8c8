import type { BlindPace } from '#shared/vocabulary'
import type { Pace } from './flow.js'
import { PacedPace } from './paced-pace.js'
import { StrictPace } from './strict-pace.js'

const unpaced: Pace = {
  advance: (_, flows) => flows.map(({ received, ended }) => ({ shown: received, over: ended })),
}

/**
 * Where one side of two goes on alone, its rhythm would be the pace: what is hidden is replayed then.
 * `kind` is what both together would have.
 */
export const paceAlone = (kind: BlindPace): BlindPace => (kind === 'off' ? 'off' : 'strict')

export function makePace(kind: BlindPace): Pace {
  switch (kind) {
    case 'off':
      return unpaced
    case 'paced':
      return new PacedPace()
    case 'strict':
      return new StrictPace()
  }
}
