import { moveAll, stay, stepAfter, type Flow, type Glimpse, type Pace } from './flow.js'

/** Text moves in steps this far apart, in milliseconds. */
const STEP_MS = 200
/** Characters of a step, the same for every battle: 400 a second. */
const STEP = 80
/** When the replay may begin, in milliseconds after the prompt; each later moment is half as late again. */
const FIRST_START_MS = 8000
const START_RATIO = 1.5

/**
 * Nothing is shown until every side has ended; then all are replayed at one fixed rate. The start is
 * one of a few moments, or it would tell how long the slower side took.
 */
export class StrictPace implements Pace {
  private promptedAt: number | undefined
  private nextStepAt: number | undefined

  advance(now: number, flows: readonly Flow[]): Glimpse[] {
    this.promptedAt ??= now
    if (!flows.every((flow) => flow.ended)) return stay(flows)
    this.nextStepAt ??= this.promptedAt + startAfter(now - this.promptedAt)
    if (now < this.nextStepAt) return stay(flows)
    this.nextStepAt = stepAfter(this.nextStepAt, now, STEP_MS)
    return moveAll(flows, STEP)
  }
}

function startAfter(waited: number): number {
  let start = FIRST_START_MS
  while (start < waited) start *= START_RATIO
  return start
}
