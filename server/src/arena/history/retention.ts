import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common'
import { Settings } from '../../config/settings.js'
import { Clock } from '../../domain/ports.js'
import { ConversationRepository } from '../../storage/conversations/conversation.repository.js'
import { HistoryService } from './history.service.js'

const EVERY_MS = 3_600_000
const DAY_MS = 24 * 3_600_000
const AT_ONCE = 100

/** Erases conversations that nobody has gone on with for so many days, as if their owners had deleted them. */
@Injectable()
export class Retention implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Retention')
  private cancel: (() => void) | undefined
  private stopped = false
  private sweeping: Promise<void> = Promise.resolve()

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly conversations: ConversationRepository,
    private readonly history: HistoryService,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.retentionDays > 0) this.begin()
  }

  /** A sweep ends after the conversation it is at. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true
    this.cancel?.()
    await this.sweeping
  }

  private begin(): void {
    this.cancel = this.clock.after(EVERY_MS, () => this.begin())
    this.sweeping = this.sweeping
      .then(() => this.sweep())
      .catch((error: unknown) => this.logger.error(error))
  }

  private async sweep(): Promise<void> {
    const before = this.clock.now() - this.settings.retentionDays * DAY_MS
    for (;;) {
      const old = await this.conversations.untouchedSince(before, AT_ONCE)
      for (const { id, ownerId } of old) {
        if (this.stopped) return
        await this.history.delete(id, ownerId)
      }
      if (old.length < AT_ONCE) return
    }
  }
}
