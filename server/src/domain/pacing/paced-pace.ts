import { backlog, moveAll, stay, stepAfter, type Flow, type Glimpse, type Pace } from './flow.js'
import { PacedStart } from './paced-start.js'

/** Text moves in steps this far apart, in milliseconds. */
const STEP_MS = 200
/** The rates that there are, in characters a second: each twice the one before, one of them the usual. */
const LOWEST_RATE = 5
const USUAL_RATE = 160
/** The rate may change after so many steps only. */
const EPOCH_STEPS = 10
const EPOCH_MS = EPOCH_STEPS * STEP_MS
/** All is shown within this time after the slower side has ended, in milliseconds. */
const HOLD_MS = 7600
/** Where a side has run dry, both rest for so many steps. */
const REST_STEPS = 5
/** Ends are told on a grid of so many steps. */
const END_STEPS = 5
/** Of what a side has sent so far, the share that is counted on to come. */
const TRUST = 0.9

/**
 * Both sides start at one of a few moments, move by the same steps at the same times, and end
 * together. The rate is the usual one for nearly every pair: below what most models write, above what
 * people read. What a model is ahead stays in store, so that its rhythm shows nowhere. Only a model
 * that writes slower than that, or an answer so long that it could not be shown in time, moves the rate,
 * and then by a factor of two.
 */
export class PacedPace implements Pace {
  private readonly start = new PacedStart()
  private nextStepAt: number | undefined
  private steps = 0
  private rate = USUAL_RATE
  private rest = 0
  private endedAt: number | undefined
  private readonly firstAt: number[] = []

  advance(now: number, flows: readonly Flow[]): Glimpse[] {
    this.note(now, flows)
    this.nextStepAt ??= this.start.at(now, flows)
    if (this.nextStepAt === undefined || now < this.nextStepAt) return stay(flows)
    this.nextStepAt = stepAfter(this.nextStepAt, now, STEP_MS)
    if (this.steps % EPOCH_STEPS === 0) this.rate = this.chooseRate(now, flows)
    this.steps += 1
    const characters = (this.rate * STEP_MS) / 1000
    if (this.rest === 0 && flows.some((flow) => !flow.ended && backlog(flow) < characters)) {
      this.rest = REST_STEPS
    }
    if (this.rest > 0) {
      this.rest -= 1
      return stay(flows)
    }
    const moved = moveAll(flows, characters)
    return this.steps % END_STEPS === 0 ? moved : moved.map(({ shown }) => ({ shown, over: false }))
  }

  private note(now: number, flows: readonly Flow[]): void {
    flows.forEach(({ received }, index) => {
      if (received > 0) this.firstAt[index] ??= now
    })
    if (flows.every(({ ended }) => ended)) this.endedAt ??= now
  }

  /** The lowest rate that shows all in time, not below the usual one unless a model is slower. */
  private chooseRate(now: number, flows: readonly Flow[]): number {
    const left = this.endedAt === undefined ? HOLD_MS : this.endedAt + HOLD_MS - now
    const needed = (1000 * Math.max(...flows.map(backlog))) / Math.max(STEP_MS, left)
    const least = this.endedAt === undefined ? USUAL_RATE : this.rate
    const bearable = Math.min(...flows.map((flow, index) => this.bearable(now, flow, index)))
    let rate = LOWEST_RATE
    while (rate < Math.max(needed, least) && 2 * rate <= bearable) rate *= 2
    return rate
  }

  /** The rate that this side can keep up for an epoch, in characters a second. */
  private bearable(now: number, flow: Flow, index: number): number {
    if (flow.ended) return Infinity
    const writing = flow.received / Math.max(1000, now - (this.firstAt[index] ?? now))
    return (1000 * backlog(flow)) / EPOCH_MS + 1000 * TRUST * writing
  }
}
