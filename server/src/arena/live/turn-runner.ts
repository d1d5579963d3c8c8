import { Injectable, Logger } from '@nestjs/common'
import type { Mode } from '#shared/vocabulary'
import { AnswerFailure } from '../../domain/conversation/answer-event.js'
import { publicAnswerError } from '../../domain/conversation/answer-error.js'
import { Clock } from '../../domain/ports.js'
import { isVotable } from '../../domain/voting/vote-rules.js'
import type { AnswerRequest } from '../../provider/model-provider.js'
import { MetricsService } from '../../metrics/metrics.service.js'
import { ProviderService } from '../../provider/provider.service.js'
import { AnswerRepository } from '../../storage/answer.repository.js'
import { AnswerFlusher } from './answer-flusher.js'
import type { Ending, LiveSide } from './live-side.js'
import type { LiveTurn } from './live-turn.js'
import { LiveTurns } from './live-turns.js'
import { Patience } from './patience.js'

/** One side to be answered: its live state, and the question as this side's model gets it. */
export interface SideTask {
  live: LiveSide
  request: AnswerRequest
}

/** Drives the sides of a turn, each on its own, from the first frame to the last. */
@Injectable()
export class TurnRunner {
  private readonly logger = new Logger('Turns')

  constructor(
    private readonly clock: Clock,
    private readonly providers: ProviderService,
    private readonly turns: LiveTurns,
    private readonly flusher: AnswerFlusher,
    private readonly answers: AnswerRepository,
    private readonly metrics: MetricsService,
    private readonly patience: Patience,
  ) {}

  /** Resolves when the turn is over and written down; never rejects. */
  async run(turn: LiveTurn, tasks: readonly SideTask[], mode: Mode): Promise<void> {
    this.metrics.turnStarted(mode)
    try {
      await Promise.all(tasks.map((task) => this.runSide(turn, task)))
      const { conversationId, turn: number } = turn
      const answers = await this.patience.with(() => this.answers.ofTurn(conversationId, number))
      turn.running = false
      turn.emit('turn:done', { votable: isVotable(mode, answers) })
      const doneAt = this.clock.now()
      await this.patience.with(() =>
        this.answers.closeTurn(conversationId, number, doneAt, turn.seq),
      )
    } catch (error) {
      this.logger.error(error)
    } finally {
      turn.running = false
      this.turns.remove(turn)
      turn.close()
    }
  }

  private async runSide(turn: LiveTurn, { live, request }: SideTask): Promise<void> {
    live.status = 'streaming'
    live.startedAt = this.clock.now()
    live.dirty = true
    turn.emit('answer:started', { side: live.side, attempt: live.attempt })
    const over = turn.over(live)
    await this.receive(live, request)
    await over
    const ending = live.ending as Ending
    live.status = ending.status
    await this.write(turn, live)
    this.tellEnd(turn, live, ending)
    this.metrics.answerEnded(ending.status)
  }

  /** An end is told even where it could not be written: the next start marks it as interrupted. */
  private async write(turn: LiveTurn, live: LiveSide): Promise<void> {
    try {
      await this.patience.with(() => this.flusher.write(turn, live))
    } catch (error) {
      this.logger.error(error)
    }
  }

  private async receive(live: LiveSide, request: AnswerRequest): Promise<void> {
    try {
      for await (const event of this.providers.stream(request, live.abort.signal)) {
        if (live.ending) break
        live.take(event, this.clock.now())
      }
    } catch (error) {
      if (!live.ending) this.fail(live, error)
    }
    // An aborted stream may end without a word.
    live.end({ status: 'stopped' }, this.clock.now())
  }

  private fail(live: LiveSide, error: unknown): void {
    if (!(error instanceof AnswerFailure)) this.logger.error(error)
    const errorCode = error instanceof AnswerFailure ? error.code : 'answer_failed'
    live.end({ status: 'failed', errorCode }, this.clock.now())
  }

  private tellEnd(turn: LiveTurn, { side, status }: LiveSide, ending: Ending): void {
    if (ending.errorCode) {
      const error = publicAnswerError(ending.errorCode, !turn.blind)
      turn.emit('answer:failed', { side, status, error })
    } else {
      turn.emit('answer:done', { side, status })
    }
  }
}
