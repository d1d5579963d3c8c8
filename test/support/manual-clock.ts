import { Clock } from '#server/domain/ports'

interface Alarm {
  at: number
  task: () => void
}

/** Time that moves only when a test moves it. */
export class ManualClock extends Clock {
  private time = 1_000_000
  /** How far the clock on the wall is from the time that passes. */
  private wrongBy = 0
  private readonly alarms = new Set<Alarm>()

  override now(): number {
    return this.time + this.wrongBy
  }

  override elapsed(): number {
    return this.time
  }

  /** Sets the clock on the wall back or forward; no time passes by this. */
  set(ms: number): void {
    this.wrongBy += ms
  }

  override after(ms: number, task: () => void): () => void {
    const alarm = { at: this.time + ms, task }
    this.alarms.add(alarm)
    return () => this.alarms.delete(alarm)
  }

  /** How many tasks are waiting for their time. */
  get pending(): number {
    return this.alarms.size
  }

  /** Moves time on and runs what falls due, in order. */
  advance(ms: number): void {
    const until = this.time + ms
    for (let alarm = this.next(until); alarm; alarm = this.next(until)) {
      this.alarms.delete(alarm)
      this.time = alarm.at
      alarm.task()
    }
    this.time = until
  }

  private next(until: number): Alarm | undefined {
    return [...this.alarms].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
  }
}
