import { moveAll, stay, stepAfter, type Flow, type Glimpse, type Pace } from './flow.js'

/** Text moves in steps this far apart, in milliseconds. */
const STEP_MS = 200
/** Characters of a step, the same for nearly every battle: 400 a second. */
const USUAL_STEP = 80
/** The longer answer is shown within this time, in milliseconds, at twice the step or four times it where need be. */
const LONGEST_REPLAY_MS = 60_000
/** When the replay may begin, in milliseconds after the prompt; later moments are evenly apart. */
const STARTS_MS = [8000, 12_000, 18_000]
const LATER_MS = 9000

/**
 * Nothing is shown until every side has ended; then all are replayed at one fixed rate. The start is
 * one of a few moments, or it would tell how long the slower side took.
 */
export class StrictPace implements Pace {
  private promptedAt: number | undefined
  private nextStepAt: number | undefined
  private step = USUAL_STEP

  /** `earliestMs`: no replay begins before, in milliseconds after the prompt. */
  constructor(private readonly earliestMs = 0) {}

  advance(now: number, flows: readonly Flow[]): Glimpse[] {
    this.promptedAt ??= now
    if (!flows.every((flow) => flow.ended)) return stay(flows)
    if (this.nextStepAt === undefined) {
      const waited = now - this.promptedAt
      this.nextStepAt = this.promptedAt + startAfter(Math.max(this.earliestMs, waited))
      this.step = stepFor(Math.max(...flows.map(({ received }) => received)))
    }
    if (now < this.nextStepAt) return stay(flows)
    this.nextStepAt = stepAfter(this.nextStepAt, now, STEP_MS)
    return moveAll(flows, this.step)
  }
}

const startAfter = (waited: number): number =>
  STARTS_MS.find((start) => start >= waited) ?? Math.ceil(waited / LATER_MS) * LATER_MS

function stepFor(characters: number): number {
  let step = USUAL_STEP
  while (Math.ceil(characters / step) * STEP_MS > LONGEST_REPLAY_MS) step *= 2
  return step
}
