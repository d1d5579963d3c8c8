import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common'
import { Settings } from '../../config/settings.js'
import { Clock } from '../../domain/ports.js'
import { CountedVotes } from '../../domain/voting/counted-votes.js'
import { BattleCounts } from '../../storage/battle-counts.js'
import type { VoteRow } from '../../storage/database.js'
import { HeldVoteRepository } from '../../storage/held-vote.repository.js'
import { KyselyDatabase, type Trx } from '../../storage/kysely-database.js'
import { ParticipantRepository } from '../../storage/participant.repository.js'

/** Waits longer than this are looked at again in between, in milliseconds. */
const LONGEST_WAIT = 60_000
const RETRY_MS = 5_000
/** Between two looks at what is due, in milliseconds. */
const BREATH_MS = 20

/**
 * The votes of a room stay off every board while somebody in it has yet to vote: the two rows that move
 * would tell the names. They wait in storage, so that a restart changes nothing, and no longer than
 * `roomHoldMs` after the last of them; who has not voted by then may, but is not rated.
 */
@Injectable()
export class RoomHolds implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Rooms')
  private cancel: (() => void) | undefined
  private dueAt = Infinity

  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly database: KyselyDatabase,
    private readonly counts: BattleCounts,
    private readonly participants: ParticipantRepository,
    private readonly held: HeldVoteRepository,
    private readonly counted: CountedVotes,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.sweep()
  }

  onModuleDestroy(): void {
    this.cancel?.()
    this.dueAt = -Infinity
  }

  /**
   * Lets a vote that has just become final wait for others, or all go that waited for it; part of the
   * transaction in which the counts change. @returns whose votes wait no longer
   */
  async settle(trx: Trx, { id, scope }: VoteRow): Promise<string[]> {
    if (!(await this.participants.anyWaitedFor(trx, scope))) return this.held.release(trx, scope)
    await this.held.hold(trx, id)
    return []
  }

  /** After somebody left for whom votes may have waited. */
  async review(conversationId: string): Promise<void> {
    await this.release(conversationId, (trx) => this.participants.anyWaitedFor(trx, conversationId))
  }

  /** Whoever has not voted. */
  async end(conversationId: string): Promise<void> {
    await this.release(conversationId, async (trx) => {
      await this.participants.waitNoLonger(trx, conversationId)
      return false
    })
  }

  /** A vote that waits has its turn at the latest then; called when it is committed. */
  watch({ finalAt }: VoteRow): void {
    this.schedule(finalAt + this.settings.roomHoldMs)
  }

  private async release(battle: string, waits: (trx: Trx) => Promise<boolean>): Promise<void> {
    let voters: string[] = []
    const cells = await this.database.write((trx) =>
      this.counts.changing(trx, [battle], async () => {
        voters = (await waits(trx)) ? [] : await this.held.release(trx, battle)
      }),
    )
    if (cells.length > 0) this.counted.counted({ cells, voters })
  }

  private schedule(time: number): void {
    if (time >= this.dueAt) return
    this.cancel?.()
    this.dueAt = time
    const wait = Math.min(LONGEST_WAIT, Math.max(0, time - this.clock.now()))
    this.cancel = this.clock.after(wait, () => void this.sweep())
  }

  private async sweep(): Promise<void> {
    this.dueAt = Infinity
    const { roomHoldMs } = this.settings
    try {
      for (const { battle, lastAt } of await this.held.waiting()) {
        if (lastAt + roomHoldMs <= this.clock.now()) await this.end(battle)
        else this.schedule(Math.max(lastAt + roomHoldMs, this.clock.now() + BREATH_MS))
      }
    } catch (error) {
      this.logger.error(error)
      this.schedule(this.clock.now() + RETRY_MS)
    }
  }
}
