import { moveAll, type Flow, type Pace } from './flow.js'

const STEP_MS = 200
/** Characters a second of the replay, the same for every battle. */
const RATE = 400

/** Nothing is shown until every side has ended; then all are replayed at one fixed rate. */
export class StrictPace implements Pace {
  private lastStep: number | undefined

  advance(now: number, flows: readonly Flow[]): number[] {
    if (!flows.every((flow) => flow.ended)) return flows.map((flow) => flow.shown)
    this.lastStep ??= now - STEP_MS
    const steps = Math.floor((now - this.lastStep) / STEP_MS)
    this.lastStep += steps * STEP_MS
    return moveAll(flows, (steps * RATE * STEP_MS) / 1000)
  }
}
