import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common'
import type { VoteReply } from '#shared/protocol/vote'
import { Clock } from '../../domain/ports.js'
import { CountedVotes } from '../../domain/voting/counted-votes.js'
import type { VoteRow } from '../../storage/database/database.js'
import { VoteRepository } from '../../storage/votes/vote.repository.js'
import { DueTimer } from '../rooms/due-timer.js'
import { VoteLedger, type ClosedVote } from './vote-ledger.js'
import { Reveals } from './reveals.js'
import { RoomStates } from '../rooms/room-states.js'
import { presentVote } from './vote.presenter.js'

/**
 * The end of a grace. It is kept on the server's clock and in storage: a closed tab or a restart
 * changes nothing. One timer waits for the next vote that is due.
 */
@Injectable()
export class VoteFinalizer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Votes')
  private readonly due: DueTimer

  constructor(
    private readonly clock: Clock,
    private readonly votes: VoteRepository,
    private readonly ledger: VoteLedger,
    private readonly reveals: Reveals,
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

  /** A vote has its end at this time. */
  schedule(finalAt: number): void {
    this.due.at(finalAt)
  }

  /** For a grace of 0: the reveal goes out with the acknowledgement. */
  async finalizeNow(vote: VoteRow): Promise<VoteReply> {
    const closed: ClosedVote | undefined =
      vote.final === 1 ? { vote } : await this.ledger.close(vote)
    if (!closed) return { vote: presentVote(vote) }
    try {
      const reveal = await this.reveals.tell(closed.vote)
      return { vote: presentVote(closed.vote), ...(reveal && { reveal }) }
    } finally {
      // After the reveal: the two rows that move would tell the names.
      if (closed.changed) this.counted.counted(closed.changed)
      this.states.changed(vote.conversationId)
    }
  }

  /** One vote that cannot be closed now must not hold up the others. @returns whether it was closed */
  private async finalizeDue(vote: VoteRow): Promise<boolean> {
    try {
      await this.finalizeNow(vote)
      return true
    } catch (error) {
      this.logger.error(error, { conversationId: vote.conversationId })
      return false
    }
  }

  private async sweep(): Promise<void> {
    const now = this.clock.now()
    let failed = false
    for (const vote of await this.votes.due(now)) {
      if (!(await this.finalizeDue(vote))) failed = true
    }
    if (failed) this.due.next(0, true)
    // What could not be closed waits by itself, and those behind it do not.
    const next = await this.votes.nextDue(failed ? now : undefined)
    if (next !== undefined) this.due.next(next)
  }
}
