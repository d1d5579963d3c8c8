import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common'
import { Settings } from '../../config/settings.js'
import { Clock } from '../../domain/ports.js'
import { CAP_WINDOWS } from '../../domain/voting/vote-caps.js'
import { VoteKeyRepository } from '../../storage/votes/vote-key.repository.js'

const EVERY_MS = 3_600_000

/** Forgets from where a vote came and what it was on, once no cap asks any more: the privacy notice promises it. */
@Injectable()
export class VoteKeySweeper implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Votes')
  private cancel: (() => void) | undefined
  private sweeping: Promise<void> = Promise.resolve()

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly keys: VoteKeyRepository,
  ) {}

  onApplicationBootstrap(): void {
    this.sweep()
  }

  /** A sweep under way ends before the database closes. */
  async onModuleDestroy(): Promise<void> {
    this.cancel?.()
    await this.sweeping
  }

  private sweep(): void {
    this.cancel = this.clock.after(EVERY_MS, () => this.sweep())
    // A vote is counted when its grace is over, and its caps look back from when it was cast.
    const now = this.clock.now() - this.settings.voteGraceMs
    this.sweeping = this.keys
      .clear({ address: now - CAP_WINDOWS.address, prompt: now - CAP_WINDOWS.prompt })
      .catch((error: unknown) => this.logger.error(error))
  }
}
