import type { Illness } from './illness.js'

const FAILURES_IN_A_ROW = 3
const WINDOW_MS = 60_000
/** Half of the outcomes of the window, but of no fewer than this, are enough to open. */
const WINDOW_OUTCOMES = 5
/** Outcomes that are remembered; more say no more. */
const WINDOW_LIMIT = 200
const FIRST_OPEN_MS = 30_000
const LONGEST_OPEN_MS = 600_000
/** The longest rest that an upstream's own word is good for. */
const LONGEST_REST_MS = 60_000

export type BreakerState = 'closed' | 'open' | 'half_open'

/** Who asks for the model: the draw, which has others, or a person who wants this one. */
export type Asker = 'draw' | 'person'

/** A request that goes out to the model; how it went is told with it. */
export interface Trial {
  /** The one request by which a model that was given up shows whether it is well again. */
  readonly probe: boolean
}

interface Outcome {
  at: number
  failed: boolean
}

/**
 * The circuit breaker of one model. It opens after failures, then lets one probe through at a time: the
 * draw's after 30 s, doubled with each of its probes that fails; a person's at once, since nobody else can
 * be asked. What an upstream asks for in a `retry-after` is kept whoever asks. Times are milliseconds.
 */
export class Breaker {
  private outcomes: Outcome[] = []
  private failuresInRow = 0
  /** Set while the model is given up. */
  private opened: { until: number; forMs: number; probe?: Trial; asker?: Asker } | undefined
  /** Set while the model has begun to answer again and has not yet come to an end: how long the next failure opens for. */
  private relapseMs: number | undefined
  private restUntil = 0

  state(now: number): BreakerState {
    if (now < this.restUntil) return 'open'
    if (!this.opened) return 'closed'
    return this.opened.probe || now >= this.opened.until ? 'half_open' : 'open'
  }

  /** Whether a request is on its way that shows how the model is. */
  get probing(): boolean {
    return this.opened?.probe !== undefined
  }

  /** How long until a request of this kind may go out; 0: now. */
  waitMs(now: number, asker: Asker): number {
    const rest = Math.max(0, this.restUntil - now)
    const opened = this.opened
    if (!opened) return rest
    if (opened.probe) return Math.max(rest, opened.forMs)
    return asker === 'person' ? rest : Math.max(rest, opened.until - now, 0)
  }

  /** @returns undefined where the request may not go out */
  begin(now: number, asker: Asker): Trial | undefined {
    if (this.waitMs(now, asker) > 0) return undefined
    const trial = { probe: this.opened !== undefined }
    if (this.opened) Object.assign(this.opened, { probe: trial, asker })
    return trial
  }

  /**
   * The model has begun to answer: for a probe that is enough to close. Yet one that always begins and then
   * breaks off is not well, so what was known of it is forgotten only with the first answer that comes to its end.
   */
  alive(trial: Trial): void {
    if (!this.isProbe(trial)) return
    const relapseMs = this.nextOpenMs
    this.mend()
    this.relapseMs = relapseMs
  }

  succeeded(trial: Trial, now: number): void {
    this.alive(trial)
    if (!this.opened) this.relapseMs = undefined
    this.note(now, false)
  }

  /** `askedMs`: how long the upstream wants to be left alone. */
  failed(trial: Trial, now: number, illness: Illness, askedMs = 0): void {
    if (askedMs > 0) {
      this.restUntil = Math.max(this.restUntil, now + Math.min(askedMs, LONGEST_REST_MS))
    }
    if (illness === 'none') return this.abandoned(trial)
    if (this.isProbe(trial)) return this.open(now, this.nextOpenMs)
    this.note(now, true)
    if (!this.opened && this.relapseMs !== undefined) return this.open(now, this.relapseMs)
    if (!this.opened && (illness === 'broken' || this.tooMany(now))) {
      this.open(now, FIRST_OPEN_MS)
    }
  }

  /** The request ended without telling anything, stopped by a person for example. */
  abandoned(trial: Trial): void {
    if (this.isProbe(trial)) delete this.opened?.probe
  }

  /** What was known of failures no longer holds; the upstream's own word does. */
  mend(): void {
    this.opened = undefined
    this.outcomes = []
    this.failuresInRow = 0
    this.relapseMs = undefined
  }

  /** Longer with each probe of the draw that fails; that people try in vain makes it no longer. */
  private get nextOpenMs(): number {
    const { forMs = 0, asker } = this.opened ?? {}
    return asker === 'draw' ? forMs * 2 : forMs
  }

  private isProbe(trial: Trial): boolean {
    return this.opened?.probe === trial
  }

  private open(now: number, wantedMs: number): void {
    const forMs = Math.min(wantedMs, LONGEST_OPEN_MS)
    this.opened = { until: now + forMs, forMs }
  }

  private note(now: number, failed: boolean): void {
    this.failuresInRow = failed ? this.failuresInRow + 1 : 0
    this.outcomes.push({ at: now, failed })
    if (this.outcomes.length > WINDOW_LIMIT) this.outcomes.shift()
  }

  private tooMany(now: number): boolean {
    if (this.failuresInRow >= FAILURES_IN_A_ROW) return true
    this.outcomes = this.outcomes.filter(({ at }) => now - at < WINDOW_MS)
    const failures = this.outcomes.filter(({ failed }) => failed).length
    return this.outcomes.length >= WINDOW_OUTCOMES && failures * 2 >= this.outcomes.length
  }
}
