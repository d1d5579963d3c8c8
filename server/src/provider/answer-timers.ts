import type { AnswerTimeouts } from '../config/model-endpoint.js'
import type { Clock } from '../domain/ports.js'

/**
 * The three clocks of one answer: until the first content, between two pieces of content, and the whole.
 * Only text and reasoning count as content, so that an upstream that sends nothing but signs of life
 * runs out of time.
 */
export class AnswerTimers {
  #cancelTotal: () => void
  #cancelSilence: () => void

  constructor(
    private readonly clock: Clock,
    private readonly timeouts: AnswerTimeouts,
    private readonly onExpiry: () => void,
  ) {
    this.#cancelTotal = clock.after(timeouts.totalMs, onExpiry)
    this.#cancelSilence = clock.after(timeouts.firstMs, onExpiry)
  }

  content(): void {
    this.#cancelSilence()
    this.#cancelSilence = this.clock.after(this.timeouts.stallMs, this.onExpiry)
  }

  stop(): void {
    this.#cancelTotal()
    this.#cancelSilence()
  }
}
