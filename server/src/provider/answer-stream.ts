import type { AnswerTimeouts } from '../config/model-endpoint.js'
import { AnswerFailure, type AnswerEvent } from '../domain/conversation/answer-event.js'
import type { Clock } from '../domain/ports.js'
import { AnswerTimers } from './answer-timers.js'

type Turn = IteratorResult<AnswerEvent, undefined>

const DONE: Turn = { done: true, value: undefined }

export interface AnswerStreamOptions {
  /** Begins the answer, or throws why it may not; called once, at the first `next`. */
  open(signal: AbortSignal): AsyncIterator<AnswerEvent>
  /** The caller's way to stop it. */
  signal: AbortSignal
  clock: Clock
  timeouts: AnswerTimeouts
  watch: AnswerWatch
  /** Sees each event before the reader has it. */
  onEvent(event: AnswerEvent): void
}

/** Hears how an answer goes: `content` once at most, then exactly one of the others. */
export interface AnswerWatch {
  content(): void
  finished(): void
  failed(failure: AnswerFailure): void
  /** By whoever reads it. */
  stopped(): void
}

/**
 * One answer under our own clocks and its own AbortController. It keeps the port's contract whatever
 * the provider does: it ends after exactly one `finish` or with an `AnswerFailure`, in time; after an
 * abort, or when the reader leaves, it says nothing more and the upstream is closed. Written by hand,
 * not as a generator, because a generator that waits for the provider can neither be stopped nor hurried.
 * One `next` at a time.
 */
export class AnswerStream implements AsyncIterableIterator<AnswerEvent, undefined> {
  private readonly upstream = new AbortController()
  private source: AsyncIterator<AnswerEvent> | undefined
  private timers: AnswerTimers | undefined
  private waiting: { resolve(turn: Turn): void; reject(failure: AnswerFailure): void } | undefined
  /** A failure that came while nobody was waiting. */
  private failure: AnswerFailure | undefined
  private ended = false
  /** Some content has come. */
  private begun = false

  constructor(private readonly options: AnswerStreamOptions) {}

  [Symbol.asyncIterator](): this {
    return this
  }

  next(): Promise<Turn> {
    if (!this.source && !this.ended) this.begin()
    if (this.ended) return this.last()
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject }
      this.source?.next().then(this.onTurn, this.onError)
    })
  }

  return(): Promise<Turn> {
    this.stop()
    return Promise.resolve(DONE)
  }

  private begin(): void {
    const { open, signal, clock, timeouts } = this.options
    if (signal.aborted) {
      this.ended = true
      this.options.watch.stopped()
      return
    }
    signal.addEventListener('abort', this.stop)
    this.timers = new AnswerTimers(clock, timeouts, () =>
      this.fail(new AnswerFailure('answer_timeout')),
    )
    try {
      this.source = open(this.upstream.signal)
    } catch (error) {
      this.onError(error)
    }
  }

  private readonly onTurn = (turn: IteratorResult<AnswerEvent>): void => {
    if (this.ended) return
    if (turn.done) {
      this.fail(new AnswerFailure('answer_truncated'))
      return
    }
    this.options.onEvent(turn.value)
    const { type } = turn.value
    if (type === 'text' || type === 'reasoning') this.content()
    if (type === 'finish') {
      this.end()
      // The upstream may keep the connection open after its last word.
      this.upstream.abort()
      this.options.watch.finished()
    }
    this.settle()?.resolve(turn)
  }

  private content(): void {
    this.timers?.content()
    if (this.begun) return
    this.begun = true
    this.options.watch.content()
  }

  private readonly onError = (error: unknown): void => {
    if (this.ended) return
    const known = error instanceof AnswerFailure
    this.fail(known ? error : new AnswerFailure('answer_failed', { cause: error }))
  }

  private readonly stop = (): void => {
    if (this.ended) return
    this.end()
    this.upstream.abort()
    this.options.watch.stopped()
    this.settle()?.resolve(DONE)
  }

  private fail(failure: AnswerFailure): void {
    this.end()
    this.upstream.abort()
    this.options.watch.failed(failure)
    const waiting = this.settle()
    if (waiting) waiting.reject(failure)
    else this.failure = failure
  }

  private settle() {
    const waiting = this.waiting
    this.waiting = undefined
    return waiting
  }

  private last(): Promise<Turn> {
    const failure = this.failure
    this.failure = undefined
    return failure ? Promise.reject(failure) : Promise.resolve(DONE)
  }

  private end(): void {
    this.ended = true
    this.timers?.stop()
    this.options.signal.removeEventListener('abort', this.stop)
    // Lets the provider's own clean-up run; how it goes is of no interest any more.
    this.source?.return?.().catch(() => undefined)
  }
}
