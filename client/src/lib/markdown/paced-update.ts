/** Rests this many times as long as the last update took: rendering may have a quarter of the time, not all of it. */
const REST = 3

/** Calls `update` at most once a frame, and less often where it is slow: a long answer must not freeze its page. */
export class PacedUpdate {
  private timer: ReturnType<typeof setTimeout> | undefined
  private frame: number | undefined
  private readyAt = 0

  constructor(private readonly update: () => void) {}

  soon(): void {
    if (this.timer !== undefined || this.frame !== undefined) return
    const rest = this.readyAt - performance.now()
    if (rest <= 0) this.onFrame()
    else this.timer = setTimeout(() => this.onFrame(), rest)
  }

  now(): void {
    this.stop()
    const start = performance.now()
    this.update()
    const end = performance.now()
    this.readyAt = end + REST * (end - start)
  }

  stop(): void {
    clearTimeout(this.timer)
    if (this.frame !== undefined) cancelAnimationFrame(this.frame)
    this.timer = undefined
    this.frame = undefined
  }

  private onFrame(): void {
    this.timer = undefined
    this.frame = requestAnimationFrame(() => this.now())
  }
}
