/** Time, chance and identity come from outside, so that every rule can be tested without waiting or luck. */

export abstract class Clock {
  /** Milliseconds since the epoch. */
  abstract now(): number
  /**
   * Milliseconds from an unknown beginning that only go forward, whatever is done to the clock of the machine.
   * How long something takes is measured by this; `now` is for times that are stored or shown.
   */
  abstract elapsed(): number
  /** Runs `task` once after `ms`; the returned function cancels it. */
  abstract after(ms: number, task: () => void): () => void
}

export abstract class Random {
  /** Uniform in [0, 1), not predictable by those who see its results. */
  abstract next(): number
}

export abstract class IdSource {
  /** 128 random bits as text that is safe in a URL. */
  abstract next(): string
}
