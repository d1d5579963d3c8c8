import type { CountCell } from '../rating/slices.js'

/** What changed on the boards. */
export interface CountsChanged {
  /** Sets of counts that are others now. */
  cells: readonly CountCell[]
  /** Whose own votes changed. */
  voters: readonly string[]
}

/** Hears of votes that changed the counts, after their transaction was committed. */
export abstract class CountedVotes {
  abstract counted(changed: CountsChanged): void
}
