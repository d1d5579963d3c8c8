import type { AnswerTimeouts } from '../config/model-endpoint.js'
import type { Clock } from '../domain/ports.js'

/**
 * The three clocks of one answer: until the first content, between two pieces of content, and the whole.
 * Only text and reasoning count as content, so that an upstream that sends nothing but signs of life
 * runs out of time.
 */
export class AnswerTimers {
  private cancelTotal: () => void
  private cancelSilence: () => void
  /** Undefined before the first content. */
  private contentAt: number | undefined

  constructor(
    private readonly clock: Clock,
    private readonly timeouts: AnswerTimeouts,
    private readonly onExpiry: () => void,
  ) {
    this.cancelTotal = clock.after(timeouts.totalMs, onExpiry)
    this.cancelSilence = clock.after(timeouts.firstMs, onExpiry)
  }

  /** Called for every piece, so it only looks at the clock; the timer that runs finds out when it ends. */
  content(): void {
    const first = this.contentAt === undefined
    this.contentAt = this.clock.elapsed()
    if (!first) return
    this.cancelSilence()
    this.watchSilence(this.timeouts.stallMs)
  }

  stop(): void {
    this.cancelTotal()
    this.cancelSilence()
  }

  private watchSilence(ms: number): void {
    this.cancelSilence = this.clock.after(ms, () => {
      const left = (this.contentAt ?? 0) + this.timeouts.stallMs - this.clock.elapsed()
      if (left > 0) this.watchSilence(left)
      else this.onExpiry()
    })
  }
}
