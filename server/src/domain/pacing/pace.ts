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

/** No pace holds an answer for longer once both have ended, in milliseconds; `alone` is as `paceAlone`. */
export function longestHoldMs(kind: BlindPace, alone: boolean): number {
  if (kind === 'off') return 0
  return kind === 'paced' && !alone ? 10_000 : 70_000
}

/** Later than nearly every answer takes, in milliseconds. */
const AGAIN_MS = 18_000

/**
 * Of a side of two that is asked again alone, which is one more look at its model: replayed at moments by which nearly
 * every answer has ended, so that they tell next to nothing more of it. `kind` is what both together would have.
 */
export const makePaceAgain = (kind: BlindPace): Pace =>
  kind === 'off' ? unpaced : new StrictPace(AGAIN_MS)

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
