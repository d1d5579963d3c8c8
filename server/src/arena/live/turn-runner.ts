import { Injectable, Logger } from '@nestjs/common'
import { SIDE_COUNT, type Mode } from '#shared/vocabulary'
import { AnswerFailure } from '../../domain/conversation/answer-event.js'
import { publicAnswerError } from '../../domain/conversation/answer-error.js'
import { Clock } from '../../domain/ports.js'
import { isVotable, type JudgedAnswer } from '../../domain/voting/vote-rules.js'
import { MetricsService } from '../../metrics/metrics.service.js'
import { ProviderSlots } from '../../provider/provider-slots.js'
import { AnswerRepository } from '../../storage/conversations/answer.repository.js'
import { AnswerFlusher } from './answer-flusher.js'
import { Attempts, type Round, type SideTask } from './attempts.js'
import type { Ending, LiveSide } from './live-side.js'
import type { LiveTurn } from './live-turn.js'
import { LiveTurns } from './live-turns.js'
import { Patience } from './patience.js'
import type { Seating } from './seating.js'
import { TurnPlaces } from './turn-places.js'

/** What a turn is run with. */
export interface TurnPlan {
  mode: Mode
  /** Whose turn it is in the line before a provider. */
  voterId: string
  seating: Seating
  /** A model that fails unseen may be replaced by another. */
  replaceable: boolean
}

/** Drives the sides of a turn, each on its own, from the first frame to the last. */
@Injectable()
export class TurnRunner {
  private readonly logger = new Logger('Turns')

  constructor(
    private readonly clock: Clock,
    private readonly slots: ProviderSlots,
    private readonly attempts: Attempts,
    private readonly turns: LiveTurns,
    private readonly flusher: AnswerFlusher,
    private readonly answers: AnswerRepository,
    private readonly metrics: MetricsService,
    private readonly patience: Patience,
  ) {}

  /** Resolves when the turn is over and written down; never rejects. */
  async run(turn: LiveTurn, tasks: readonly SideTask[], plan: TurnPlan): Promise<void> {
    const { mode, voterId, seating, replaceable } = plan
    this.metrics.turnStarted(mode)
    const places = new TurnPlaces(this.slots, turn, voterId)
    try {
      // Each side's end is listened for from the start: it may be stopped while the turn waits in line.
      const ends = tasks.map(({ live }) => this.seeToTheEnd(turn, live))
      await this.takePlaces(places, tasks)
      turn.answeringSince = this.clock.elapsed()
      const round = { turn, seating, places, replaceable }
      await Promise.all(tasks.map((task) => this.answer(round, task)))
      const written = await Promise.all(ends)
      const votable = written.every(Boolean) && isVotable(mode, await this.answersOf(turn, mode))
      turn.running = false
      turn.emit('turn:done', { votable })
      const { conversationId, turn: number } = turn
      const doneAt = this.clock.now()
      await this.patience.with(() =>
        this.answers.closeTurn(conversationId, number, doneAt, turn.seq),
      )
    } catch (error) {
      this.logger.error(error, turn.origin)
    } finally {
      places.releaseAll()
      turn.running = false
      this.turns.remove(turn)
      turn.close()
    }
  }

  /** All answers of the turn; where one side alone was asked again, storage has the other. */
  private async answersOf(
    { conversationId, turn, sides }: LiveTurn,
    mode: Mode,
  ): Promise<readonly JudgedAnswer[]> {
    if (sides.length === SIDE_COUNT[mode]) return sides.map((live) => live.record())
    return this.patience.with(() => this.answers.ofTurn(conversationId, turn))
  }

  /** Who finds no place in line is told so on every side. */
  private async takePlaces(places: TurnPlaces, tasks: readonly SideTask[]): Promise<void> {
    try {
      await places.take(tasks.map(({ live: { side }, endpoint }) => ({ side, endpoint })))
    } catch (error) {
      if (!(error instanceof AnswerFailure)) throw error
      for (const { live } of tasks) {
        live.end({ status: 'failed', errorCode: error.code }, this.clock.now())
      }
    }
  }

  private async answer(round: Round, task: SideTask): Promise<void> {
    const { live } = task
    if (!live.ending) await this.attempts.run(round, task)
    round.places.release(live.side)
  }

  /** @returns whether the end is written down */
  private async seeToTheEnd(turn: LiveTurn, live: LiveSide): Promise<boolean> {
    await turn.over(live)
    const ending = live.ending as Ending
    live.status = ending.status
    const written = await this.write(turn, live)
    this.tellEnd(turn, live, ending)
    this.metrics.answerEnded(ending.status)
    return written
  }

  /** An end is told even where it could not be written: the next start marks it as interrupted. */
  private async write(turn: LiveTurn, live: LiveSide): Promise<boolean> {
    try {
      await this.patience.with(() => this.flusher.write(turn, live))
      return true
    } catch (error) {
      this.logger.error(error, turn.origin)
      return false
    }
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
