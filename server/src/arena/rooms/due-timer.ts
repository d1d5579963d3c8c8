import type { Logger } from '@nestjs/common'
import type { Clock } from '../../domain/ports.js'

/** Waits longer than this are looked at again in between, in milliseconds. */
const LONGEST_WAIT_MS = 60_000
const RETRY_MS = 5_000
/** Between two looks at what is due, in milliseconds. */
const BREATH_MS = 20

/** One timer for the next of many things that are due at a time; `look` does what is due and says what is next. */
export class DueTimer {
  private cancel: (() => void) | undefined
  private dueAt = Infinity
  private looking: Promise<void> | undefined

  constructor(
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly look: () => Promise<void>,
  ) {}

  /** Looks at the latest then. */
  at(time: number): void {
    if (time >= this.dueAt) return
    this.cancel?.()
    this.dueAt = time
    const wait = Math.min(LONGEST_WAIT_MS, Math.max(0, time - this.clock.now()))
    this.cancel = this.clock.after(wait, () => void this.now())
  }

  /** From within a look: takes a breath before the next, a longer one where something could not be done. */
  next(time: number, failed = false): void {
    this.at(Math.max(time, this.clock.now() + (failed ? RETRY_MS : BREATH_MS)))
  }

  /** Never rejects; a look that failed is tried again. */
  now(): Promise<void> {
    this.dueAt = Infinity
    return (this.looking = this.lookSafely())
  }

  /** Resolves when a look that has begun has ended; there is none after it. */
  async stop(): Promise<void> {
    this.cancel?.()
    this.dueAt = -Infinity
    await this.looking
  }

  private async lookSafely(): Promise<void> {
    try {
      await this.look()
    } catch (error) {
      this.logger.error(error)
      this.next(0, true)
    }
  }
}
