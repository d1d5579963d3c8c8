import { backlog, moveAll, type Flow, type Pace } from './flow.js'

/** Text moves in steps this far apart, whatever rhythm the models have, in milliseconds. */
const STEP_MS = 200
/** Characters a second while both sides have enough in store. */
const CRUISE = 300
/** The flow slows down so that the store of the slower side would last this long, in milliseconds. */
const STORE_MS = 1500
/** Once the slower side has ended, everything is shown within this time, in milliseconds. */
const CATCH_UP_MS = 8000

/**
 * Both sides start together and move by the same number of characters at the same moments. The rate
 * follows the store of the side that has least, smoothed by that store, so a viewer sees neither who
 * was first nor who is fast.
 */
export class PacedPace implements Pace {
  private lastStep = -Infinity
  private endedAt: number | undefined

  advance(now: number, flows: readonly Flow[]): number[] {
    const shown = flows.map((flow) => flow.shown)
    const ready = flows.every((flow) => flow.received > 0 || flow.ended)
    if (!ready || now - this.lastStep < STEP_MS) return shown
    const elapsed = Math.min(now - this.lastStep, 2 * STEP_MS)
    this.lastStep = now
    return moveAll(flows, Math.max(1, Math.round(this.rate(now, flows) * elapsed)))
  }

  /** Characters a millisecond. */
  private rate(now: number, flows: readonly Flow[]): number {
    const cruise = CRUISE / 1000
    const open = flows.filter((flow) => !flow.ended)
    if (open.length > 0) return Math.min(cruise, Math.min(...open.map(backlog)) / STORE_MS)
    this.endedAt ??= now
    const left = Math.max(STEP_MS, this.endedAt + CATCH_UP_MS - now)
    return Math.max(cruise, Math.max(...flows.map(backlog)) / left)
  }
}
