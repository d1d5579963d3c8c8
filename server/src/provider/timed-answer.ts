import type { AnswerTimeouts } from '../config/model-endpoint.js'
import { AnswerFailure, type AnswerEvent } from '../domain/conversation/answer-event.js'
import type { Clock } from '../domain/ports.js'
import { AnswerTimers } from './answer-timers.js'
import type { Hear } from './model-provider.js'

export interface TimedAnswerOptions {
  /** Begins the answer, or throws why it may not. */
  open(signal: AbortSignal, hear: Hear): Promise<void>
  /** The caller's way to stop it. */
  signal: AbortSignal
  clock: Clock
  timeouts: AnswerTimeouts
  watch: AnswerWatch
  hear: Hear
}

/** Hears how an answer goes: `content` once at most, then exactly one of the others. */
export interface AnswerWatch {
  content(): void
  finished(): void
  failed(failure: AnswerFailure): void
  /** By whoever asked. */
  stopped(): void
}

/**
 * One answer under our own clocks and its own AbortController. It keeps the port's contract whatever
 * the provider does: it resolves after exactly one `finish` or rejects with an `AnswerFailure`, in time;
 * after an abort it resolves at once, nothing more is heard and the upstream is closed.
 */
export class TimedAnswer {
  private readonly upstream = new AbortController()
  private readonly timers: AnswerTimers
  private ended = false
  /** Some content has come. */
  private begun = false

  private constructor(
    private readonly options: TimedAnswerOptions,
    private readonly resolve: () => void,
    private readonly reject: (failure: AnswerFailure) => void,
  ) {
    this.timers = new AnswerTimers(options.clock, options.timeouts, () =>
      this.fail(new AnswerFailure('answer_timeout')),
    )
  }

  static run(options: TimedAnswerOptions): Promise<void> {
    if (!options.signal.aborted) {
      return new Promise((resolve, reject) => new TimedAnswer(options, resolve, reject).begin())
    }
    options.watch.stopped()
    return Promise.resolve()
  }

  private begin(): void {
    const { open, signal } = this.options
    signal.addEventListener('abort', this.stop)
    try {
      open(this.upstream.signal, this.hear).then(this.onEnd, this.onError)
    } catch (error) {
      this.onError(error)
    }
  }

  private readonly hear = (event: AnswerEvent): void => {
    if (this.ended) return
    try {
      this.options.hear(event)
    } catch (error) {
      this.onError(error)
    }
    // Whoever hears it may have stopped it.
    if (this.ended) return
    const { type } = event
    if (type === 'text' || type === 'reasoning') this.content()
    if (type === 'finish') {
      this.end()
      this.options.watch.finished()
      this.resolve()
    }
  }

  private content(): void {
    this.timers.content()
    if (this.begun) return
    this.begun = true
    this.options.watch.content()
  }

  private readonly onEnd = (): void => {
    if (!this.ended) this.fail(new AnswerFailure('answer_truncated'))
  }

  private readonly onError = (error: unknown): void => {
    if (this.ended) return
    const known = error instanceof AnswerFailure
    this.fail(known ? error : new AnswerFailure('answer_failed', { cause: error }))
  }

  private readonly stop = (): void => {
    if (this.ended) return
    this.end()
    this.options.watch.stopped()
    this.resolve()
  }

  private fail(failure: AnswerFailure): void {
    this.end()
    this.options.watch.failed(failure)
    this.reject(failure)
  }

  /** Closes the upstream too, which may keep the connection open after its last word. */
  private end(): void {
    this.ended = true
    this.timers.stop()
    this.options.signal.removeEventListener('abort', this.stop)
    this.upstream.abort()
  }
}
