import { Injectable } from '@nestjs/common'
import { Settings } from '../../config/settings.js'
import { AppError } from '../../domain/app-error.js'
import type { LiveTurn } from '../live/live-turn.js'
import { Closing } from '../../realtime/closing.js'
import { LiveTurns } from '../live/live-turns.js'

/** What a command must know of answers that are on their way. */
@Injectable()
export class RunningTurns {
  private readonly places = new Map<string, number>()

  constructor(
    private readonly turns: LiveTurns,
    private readonly settings: Settings,
    private readonly closing: Closing,
  ) {}

  /** @throws AppError `shutting_down` when nothing may begin any more */
  checkOpen(): void {
    this.closing.refuseNew()
  }

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

  /**
   * Runs `launch` in one of the places that this voter has for conversations that run at once; the
   * place is free again when the launched turn has closed.
   * @throws AppError `rate_limited` when all are taken, `shutting_down` when nothing may begin any more
   */
  async within(voterId: string, launch: () => Promise<LiveTurn | undefined>): Promise<void> {
    // Once more: what came before may have taken a while.
    this.checkOpen()
    this.take(voterId)
    try {
      const turn = await launch()
      void (turn?.closed ?? Promise.resolve()).then(() => this.release(voterId))
    } catch (error) {
      this.release(voterId)
      throw error
    }
  }

  private take(voterId: string): void {
    const taken = this.places.get(voterId) ?? 0
    const { runningPerVoter } = this.settings
    if (runningPerVoter > 0 && taken >= runningPerVoter) {
      throw new AppError(
        'rate_limited',
        'Several of your conversations are being answered already. Wait for one of them to end.',
        { retryAfterMs: 5000, limit: { of: 'running', per: 'session' } },
      )
    }
    this.places.set(voterId, taken + 1)
  }

  private release(voterId: string): void {
    const taken = (this.places.get(voterId) ?? 1) - 1
    if (taken > 0) this.places.set(voterId, taken)
    else this.places.delete(voterId)
  }
}
