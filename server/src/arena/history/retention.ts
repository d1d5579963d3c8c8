import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common'
import { Settings } from '../../config/settings.js'
import { Clock } from '../../domain/ports.js'
import {
  ConversationRepository,
  type Untouched,
} from '../../storage/conversations/conversation.repository.js'
import { LogShedder } from '../../storage/database/log-shedder.js'
import { Erasure } from './erasure.js'

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
    private readonly erasure: Erasure,
    private readonly log: LogShedder,
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
    for await (const { id } of this.untouchedSince(before)) {
      if (this.stopped) return
      // One that cannot be erased now holds up no other; the next sweep comes to it again.
      await this.erasure.ofOld(id, before).catch((error: unknown) => this.logger.error(error))
    }
    await this.log.shed()
  }

  private async *untouchedSince(before: number): AsyncGenerator<Untouched> {
    let last: Untouched | undefined
    do {
      const old = await this.conversations.untouchedSince(before, AT_ONCE, last)
      yield* old
      last = old.length < AT_ONCE ? undefined : old.at(-1)
    } while (last)
  }
}
