import type { ModelEndpoint } from '../../config/model-endpoint.js'
import type { LiveSide } from './live-side.js'
import type { LiveTurn } from './live-turn.js'
import type { Seating } from './seating.js'

/** Where another model comes from when one has failed before anybody saw a word of it. */
export abstract class Substitutes {
  /** Seats another model at this side, at once; undefined where nobody is left. */
  abstract draw(seating: Seating, live: LiveSide): ModelEndpoint | undefined

  /** Writes down who sits where now. */
  abstract write(turn: LiveTurn, seating: Seating): Promise<void>
}
