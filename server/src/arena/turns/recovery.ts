import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common'
import { Clock } from '../../domain/ports.js'
import { AnswerRepository } from '../../storage/conversations/answer.repository.js'
import { ConversationLocks } from '../access/conversation-locks.js'
import { LiveTurns } from '../live/live-turns.js'

const SWEEP_MS = 30_000
/** A turn is stored a moment before it runs; one that still does not run after so long never will. */
const ORPHAN_MS = 60_000

/** An answer that storage holds as on its way and that nobody carries on can only be asked anew. */
@Injectable()
export class Recovery implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('Recovery')
  private cancel: (() => void) | undefined
  private stopped = false

  constructor(
    private readonly answers: AnswerRepository,
    private readonly turns: LiveTurns,
    private readonly locks: ConversationLocks,
    private readonly clock: Clock,
  ) {}

  /** What a stopped process left behind. */
  async onModuleInit(): Promise<void> {
    const now = this.clock.now()
    const count = await this.answers.interruptUnfinished(now)
    await this.answers.closeForgotten(now)
    if (count > 0) this.logger.warn(`Answers that the last stop interrupted: ${count}`)
    this.sweepLater()
  }

  onModuleDestroy(): void {
    this.stopped = true
    this.cancel?.()
  }

  private sweepLater(): void {
    if (this.stopped) return
    this.cancel = this.clock.after(SWEEP_MS, () => {
      this.sweep()
        .catch((error: unknown) => this.logger.error(error))
        .finally(() => this.sweepLater())
    })
  }

  /** What this process lost on the way, such as an end that storage did not take. */
  private async sweep(): Promise<void> {
    const suspects = await this.answers.unfinishedBefore(this.clock.now() - ORPHAN_MS)
    for (const id of suspects) await this.locks.run(id, () => this.interruptOrphan(id))
  }

  private async interruptOrphan(conversationId: string): Promise<void> {
    if (this.turns.get(conversationId)) return
    const count = await this.answers.interruptUnfinished(this.clock.now(), conversationId)
    if (count > 0) this.logger.warn(`${count} answers that nobody carried on were interrupted`)
  }
}
