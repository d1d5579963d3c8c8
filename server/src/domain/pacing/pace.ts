import type { BlindPace } from '#shared/vocabulary'
import type { Pace } from './flow.js'
import { PacedPace } from './paced-pace.js'
import { StrictPace } from './strict-pace.js'

const unpaced: Pace = {
  advance: (_, flows) => flows.map(({ received, ended }) => ({ shown: received, over: ended })),
}

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
