import { Injectable, Logger } from '@nestjs/common'
import { Settings } from '../../config/settings.js'
import { Clock } from '../../domain/ports.js'
import type { AnswerWrite } from '../../storage/answer-write.js'
import { AnswerRepository } from '../../storage/answer.repository.js'
import type { LiveSide } from './live-side.js'
import type { LiveTurn } from './live-turn.js'
import { LiveTurns } from './live-turns.js'

/**
 * Writes running answers down: all of the process in one transaction a tick, since a commit waits for
 * the disk and hundreds of streams would wait for each other. Nothing on the way of a token awaits it.
 */
@Injectable()
export class AnswerFlusher {
  private readonly logger = new Logger('Answers')
  private cancelTick: (() => void) | undefined
  private readonly ends: AnswerWrite[] = []
  private endsWritten: Promise<void> | undefined

  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly turns: LiveTurns,
    private readonly answers: AnswerRepository,
  ) {}

  /** Keeps ticking while any turn runs. */
  wake(): void {
    this.cancelTick ??= this.clock.after(this.settings.flushMs, () => void this.tick())
  }

  /** Writes one side now, with all others that ask in the same moment, in one transaction. */
  write(turn: LiveTurn, live: LiveSide): Promise<void> {
    this.ends.push(toWrite(turn, live))
    this.endsWritten ??= Promise.resolve().then(() => {
      this.endsWritten = undefined
      return this.answers.flush(this.ends.splice(0))
    })
    return this.endsWritten
  }

  private async tick(): Promise<void> {
    const changed = [...this.turns.all()].flatMap((turn) =>
      turn.sides.filter((live) => live.dirty && !live.over).map((live) => ({ turn, live })),
    )
    const writes = changed.map(({ turn, live }) => toWrite(turn, live))
    for (const { live } of changed) live.dirty = false
    try {
      await this.answers.flush(writes)
    } catch (error) {
      this.logger.error(error)
      for (const { live } of changed) live.dirty = true
    }
    this.cancelTick = undefined
    if (this.turns.size > 0) this.wake()
  }
}

const toWrite = ({ conversationId, turn, seq }: LiveTurn, live: LiveSide): AnswerWrite => ({
  key: { conversationId, turn, side: live.side },
  attempt: live.attempt,
  change: live.record(),
  seq,
})
