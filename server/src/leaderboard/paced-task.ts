import type { Clock } from '../domain/ports.js'

/**
 * Runs a task when asked to: at once after a rest, but never within `gapMs` of the end of the last run, so that
 * one which takes longer than the gap does not follow upon itself. Requests in between are answered by one run at
 * the end of the gap. The task must see to its own failures.
 */
export class PacedTask {
  private wanted = false
  private running: Promise<void> | undefined
  private cancel: (() => void) | undefined
  private restedAt = 0

  constructor(
    private readonly clock: Clock,
    private readonly gapMs: number,
    private readonly task: () => Promise<void>,
  ) {}

  request(): void {
    this.wanted = true
    if (this.running || this.cancel) return
    const wait = Math.max(0, this.restedAt - this.clock.elapsed())
    this.cancel = this.clock.after(wait, () => {
      this.cancel = undefined
      this.running = this.run()
    })
  }

  /** Drops what was requested and resolves when nothing runs any more. */
  async stop(): Promise<void> {
    this.cancel?.()
    this.cancel = undefined
    this.wanted = false
    await this.running
  }

  private async run(): Promise<void> {
    this.wanted = false
    try {
      await this.task()
    } finally {
      this.restedAt = this.clock.elapsed() + this.gapMs
      this.running = undefined
    }
    if (this.wanted) this.request()
  }
}
