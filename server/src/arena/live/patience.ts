import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common'
import { Clock } from '../../domain/ports.js'

const FIRST_WAIT_MS = 200
const LONGEST_WAIT_MS = 5_000
/** Waits of about four minutes in all. */
const TRIES = 50

/** Storage that refuses for a while, locked or restarting, must not cost anybody an answer. */
@Injectable()
export class Patience implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Storage')
  private readonly wakers = new Set<() => void>()
  private stopping = false

  constructor(private readonly clock: Clock) {}

  /** A stop waits for no storage: what is being repeated is tried once more. */
  beforeApplicationShutdown(): void {
    this.stopping = true
    for (const wake of this.wakers) wake()
  }

  /** Repeats `work` until it succeeds. @throws its last error after some minutes, or at a stop */
  async with<T>(work: () => Promise<T>): Promise<T> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await work()
      } catch (error) {
        if (tried === 1) this.logger.error(error)
        if (this.stopping || tried === TRIES) throw error
      }
      await this.rest(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tried - 1)))
    }
  }

  private rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.wakers.delete(wake)
        cancel()
        resolve()
      }
      const cancel = this.clock.after(ms, wake)
      this.wakers.add(wake)
    })
  }
}
