import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common'
import { Settings } from '../../config/settings.js'
import { Clock } from '../../domain/ports.js'
import { CountedVotes } from '../../domain/voting/counted-votes.js'
import { BattleCounts } from '../../storage/boards/battle-counts.js'
import type { VoteRow } from '../../storage/database/database.js'
import { HeldVoteRepository } from '../../storage/votes/held-vote.repository.js'
import { KyselyDatabase, type Trx } from '../../storage/database/kysely-database.js'
import { ParticipantRepository } from '../../storage/conversations/participant.repository.js'
import { DueTimer } from './due-timer.js'
import { RoomStates } from './room-states.js'

export interface Settled {
  held: 0 | 1
  voters: string[]
}

/**
 * The votes of a room stay off every board while somebody in it has yet to vote: the two rows that move
 * would tell the names. They wait in storage, so that a restart changes nothing, and no longer than
 * `roomHoldMs` after the last of them; who has not voted by then may, but is not rated.
 */
@Injectable()
export class RoomHolds implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Rooms')
  private readonly due: DueTimer

  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly database: KyselyDatabase,
    private readonly counts: BattleCounts,
    private readonly participants: ParticipantRepository,
    private readonly held: HeldVoteRepository,
    private readonly counted: CountedVotes,
    private readonly states: RoomStates,
  ) {
    this.due = new DueTimer(clock, this.logger, () => this.sweep())
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.due.now()
  }

  onModuleDestroy(): Promise<void> {
    return this.due.stop()
  }

  /**
   * Lets a vote that has just become final wait for others, or all go that waited for it; part of the
   * transaction in which the counts change. @returns whether it waits, and whose votes wait no longer
   */
  async settle(trx: Trx, { id, scope }: VoteRow): Promise<Settled> {
    if (!(await this.participants.anyWaitedFor(trx, scope))) {
      return { held: 0, voters: await this.held.release(trx, scope) }
    }
    await this.held.hold(trx, id)
    return { held: 1, voters: [] }
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
    this.due.at(finalAt + this.settings.roomHoldMs)
  }

  private async release(battle: string, waits: (trx: Trx) => Promise<boolean>): Promise<void> {
    let voters: string[] = []
    const cells = await this.database.write((trx) =>
      this.counts.changing(trx, [battle], async () => {
        voters = (await waits(trx)) ? [] : await this.held.release(trx, battle)
      }),
    )
    if (cells.length > 0) this.counted.counted({ cells, voters })
    if (voters.length > 0) this.states.changed(battle)
  }

  private async sweep(): Promise<void> {
    const { roomHoldMs } = this.settings
    for (const { battle, lastAt } of await this.held.waiting()) {
      if (lastAt + roomHoldMs <= this.clock.now()) await this.end(battle)
      else this.due.next(lastAt + roomHoldMs)
    }
  }
}
