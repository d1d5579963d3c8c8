import type { Flow } from './flow.js'

/** The moments at which text may begin, in milliseconds after the prompt; later ones are evenly apart. */
const STARTS_MS = [2400, 4000, 6000]
const LATER_MS = 3000

/** Text begins at the first of a few moments by which both sides have begun, at most 3 s after the later one. */
export class PacedStart {
  private promptedAt: number | undefined

  /** @returns undefined while a side has nothing to show */
  at(now: number, flows: readonly Flow[]): number | undefined {
    this.promptedAt ??= now
    if (!flows.every((flow) => flow.received > 0 || flow.ended)) return undefined
    const waited = now - this.promptedAt
    return this.promptedAt + (STARTS_MS.find((start) => start >= waited) ?? nextLater(waited))
  }
}

const nextLater = (waited: number): number => Math.ceil(waited / LATER_MS) * LATER_MS
