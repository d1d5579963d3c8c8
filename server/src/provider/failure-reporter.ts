import type { Clock } from '../domain/ports.js'
import type { LogContext } from '../edge/log-context.js'

const PAUSE_MS = 60_000

/**
 * Warns of failures without a flood: of each kind the first at once, then nothing for a minute, and then how
 * many more there were, until a minute passes without one.
 */
export class FailureReporter {
  /** Kinds within their minute, with how many lines of each were left out so far. */
  private readonly leftOut = new Map<string, number>()

  constructor(
    private readonly clock: Clock,
    private readonly log: Record<'warn' | 'debug', (line: string, origin?: LogContext) => void>,
  ) {}

  report(kind: string, line: string, origin?: LogContext): void {
    const leftOut = this.leftOut.get(kind)
    if (leftOut === undefined) {
      this.log.warn(line, origin)
      this.pause(kind)
    } else {
      this.log.debug(line, origin)
      this.leftOut.set(kind, leftOut + 1)
    }
  }

  private pause(kind: string): void {
    this.leftOut.set(kind, 0)
    this.clock.after(PAUSE_MS, () => {
      const count = this.leftOut.get(kind) ?? 0
      this.leftOut.delete(kind)
      if (count === 0) return
      this.log.warn(`${kind}: ${count} more within a minute`)
      this.pause(kind)
    })
  }
}
