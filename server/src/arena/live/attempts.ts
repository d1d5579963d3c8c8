import { Injectable, Logger } from '@nestjs/common'
import type { ModelEndpoint } from '../../config/model-endpoint.js'
import { AnswerFailure } from '../../domain/conversation/answer-event.js'
import { Clock, Random } from '../../domain/ports.js'
import type { Asker } from '../../domain/resilience/breaker.js'
import { LONGEST_WAIT_MS, nextStep, type NextStep } from '../../domain/resilience/next-step.js'
import { MetricsService } from '../../metrics/metrics.service.js'
import type { AnswerRequest } from '../../provider/model-provider.js'
import { ProviderService } from '../../provider/provider.service.js'
import { AnswerRestarts } from './answer-restarts.js'
import type { LiveSide } from './live-side.js'
import type { LiveTurn } from './live-turn.js'
import { Substitutes } from './substitutes.js'
import type { Seating } from './seating.js'
import type { TurnPlaces } from './turn-places.js'

/** One side to be answered: its live state, its model, and the question as a model gets it. */
export interface SideTask {
  live: LiveSide
  endpoint: ModelEndpoint
  question(endpoint: ModelEndpoint, attempt: number): AnswerRequest
}

/** What the sides of a turn have in common. */
export interface Round {
  turn: LiveTurn
  seating: Seating
  places: TurnPlaces
  /** A model that fails unseen may be replaced by another. */
  replaceable: boolean
}

/**
 * Brings one side to its end: an attempt, and where it fails before anybody saw a word of it once more,
 * then with another model where there may be one. The room hears of no failure but the last, and of each
 * beginning; of a hidden side only of the first, since that a model was asked again tells something of it.
 */
@Injectable()
export class Attempts {
  private readonly logger = new Logger('Turns')

  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly providers: ProviderService,
    private readonly substitutes: Substitutes,
    private readonly restarts: AnswerRestarts,
    private readonly metrics: MetricsService,
  ) {}

  /** Resolves when the side has an ending; never rejects. */
  async run(round: Round, task: SideTask): Promise<void> {
    const { live } = task
    try {
      await this.untilTheEnd(round, task)
    } catch (error) {
      const { code } = this.failureOf(error, round)
      live.end({ status: 'failed', errorCode: code }, this.clock.now())
    }
    // An aborted stream may end without a word.
    live.end({ status: 'stopped' }, this.clock.now())
  }

  private async untilTheEnd(round: Round, { live, endpoint, question }: SideTask): Promise<void> {
    let model = endpoint
    let retried = false
    let { replaceable } = round
    let waitsMs = LONGEST_WAIT_MS
    const { firstMs, totalMs } = endpoint.timeouts
    const deadline = this.clock.elapsed() + firstMs + totalMs
    for (;;) {
      this.begin(round.turn, live)
      const request = within(deadline - this.clock.elapsed(), question(model, live.attempt))
      const failure = await this.receive(round, live, request)
      if (!failure || live.ending) return
      if (this.clock.elapsed() >= deadline) throw failure
      const step = this.decide(live, failure, { retried, replaceable })
      if (step.do === 'fail') throw failure
      const other = step.do === 'replace' && this.substitutes.draw(round.seating, live)
      // Where nobody takes over, what came in stays.
      if (other === undefined) throw failure
      // Now, before a beat can show what is given up.
      live.forget()
      // One second chance a side, whoever has it.
      retried = true
      if (step.do === 'retry') {
        if (step.waitMs >= deadline - this.clock.elapsed()) throw failure
        waitsMs = Math.max(0, waitsMs - step.waitMs)
        await this.retry(round, live, step.waitMs)
      }
      if (other) {
        const longestMs = Math.min(waitsMs, deadline - this.clock.elapsed())
        if (!(await this.replace(round, live, other, longestMs))) throw failure
        model = other
        replaceable = false
      }
      if (live.ending) return
    }
  }

  private begin(turn: LiveTurn, live: LiveSide): void {
    const unnoticed = turn.blind && live.status === 'streaming'
    live.status = 'streaming'
    live.startedAt = this.clock.now()
    live.dirty = true
    const { side, attempt, reasked } = live
    if (!unnoticed) turn.emit('answer:started', { side, attempt, ...(reasked > 0 && { reasked }) })
  }

  /** @returns the failure, or undefined where the answer has ended or was stopped */
  private async receive(round: Round, live: LiveSide, request: AnswerRequest) {
    try {
      await this.providers.answer(request, live.abort.signal, askerOf(round), (event) => {
        if (live.ending) return
        const now = this.clock.now()
        const first = live.firstTokenAt === null
        live.take(event, now)
        // Whoever waits for the first word need not wait for the next beat too; the pace has its say.
        if (first) round.turn.showMore(now, this.clock.elapsed())
      })
      return undefined
    } catch (error) {
      return this.failureOf(error, round)
    }
  }

  private decide(
    live: LiveSide,
    { code, retryAfterMs }: AnswerFailure,
    side: { retried: boolean; replaceable: boolean },
  ): NextStep {
    return nextStep({ code, retryAfterMs, seen: live.seen, ...side }, this.random.next())
  }

  private async retry({ turn }: Round, live: LiveSide, waitMs: number): Promise<void> {
    this.metrics.answerTriedAgain('retry')
    await this.rest(waitMs, live.abort.signal)
    if (!live.ending && !turn.blind) await this.restarts.restart(turn, live)
  }

  /** @returns whether the other model has found a place in time */
  private async replace(
    { turn, seating, places }: Round,
    live: LiveSide,
    endpoint: ModelEndpoint,
    longestMs: number,
  ): Promise<boolean> {
    this.metrics.answerTriedAgain('replacement')
    try {
      await places.move({ side: live.side, endpoint }, longestMs, live.abort.signal)
    } catch (error) {
      if (error instanceof AnswerFailure) return false
      throw error
    }
    if (!live.ending) await this.substitutes.write(turn, seating)
    return true
  }

  private rest(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        signal.removeEventListener('abort', wake)
        cancel()
        resolve()
      }
      const cancel = this.clock.after(ms, wake)
      signal.addEventListener('abort', wake)
    })
  }

  private failureOf(error: unknown, { turn }: Round): AnswerFailure {
    if (error instanceof AnswerFailure) return error
    this.logger.error(error, turn.origin)
    return new AnswerFailure('answer_failed', { cause: error })
  }
}

/** All tries of a side together have the time of one. */
function within(leftMs: number, request: AnswerRequest): AnswerRequest {
  const { endpoint } = request
  const { timeouts } = endpoint
  if (timeouts.totalMs <= leftMs) return request
  const totalMs = Math.max(1, leftMs)
  return { ...request, endpoint: { ...endpoint, timeouts: { ...timeouts, totalMs } } }
}

/** Where the draw could pick another model it leaves a sick one alone; elsewhere this one was asked for. */
const askerOf = ({ replaceable }: Round): Asker => (replaceable ? 'draw' : 'person')
