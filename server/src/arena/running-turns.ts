import { Injectable } from '@nestjs/common'
import { Settings } from '../config/settings.js'
import { AppError } from '../domain/app-error.js'
import { LiveTurns } from './live/live-turns.js'

/** What a command must know of answers that are on their way. */
@Injectable()
export class RunningTurns {
  constructor(
    private readonly turns: LiveTurns,
    private readonly settings: Settings,
  ) {}

  /** @throws AppError `answer_running` while any side of the conversation is on its way */
  async checkIdle(conversationId: string): Promise<void> {
    const turn = this.turns.get(conversationId)
    if (!turn) return
    if (turn.running) {
      throw new AppError(
        'answer_running',
        'The answers are still on their way. Wait for them or stop them first; your text is kept.',
      )
    }
    await turn.closed
  }

  /** @throws AppError `rate_limited` when this voter has too many conversations running at once */
  checkRoom(voterId: string): void {
    const mine = [...this.turns.all()].filter((turn) => turn.running && turn.ownerId === voterId)
    if (mine.length < this.settings.runningPerVoter) return
    throw new AppError(
      'rate_limited',
      'Several of your conversations are being answered already. Wait for one of them to end.',
      { retryAfterMs: 5000 },
    )
  }
}
