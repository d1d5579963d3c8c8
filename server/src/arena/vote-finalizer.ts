import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common'
import type { VoteReply } from '#shared/protocol/vote'
import { Clock } from '../domain/ports.js'
import { CountedVotes } from '../domain/voting/counted-votes.js'
import type { VoteRow } from '../storage/database.js'
import { VoteRepository } from '../storage/vote.repository.js'
import { VoteLedger, type ClosedVote } from './vote-ledger.js'
import { Reveals } from './reveals.js'
import { RoomStates } from './rooms/room-states.js'
import { presentVote } from './vote.presenter.js'

/** Waits longer than this are looked at again in between, in milliseconds. */
const LONGEST_WAIT = 60_000
const RETRY_MS = 5_000
/** Between two looks at what is due, in milliseconds. */
const BREATH_MS = 20

/**
 * The end of a grace. It is kept on the server's clock and in storage: a closed tab or a restart
 * changes nothing. One timer waits for the next vote that is due.
 */
@Injectable()
export class VoteFinalizer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Votes')
  private cancel: (() => void) | undefined
  private dueAt = Infinity

  constructor(
    private readonly clock: Clock,
    private readonly votes: VoteRepository,
    private readonly ledger: VoteLedger,
    private readonly reveals: Reveals,
    private readonly counted: CountedVotes,
    private readonly states: RoomStates,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.sweep()
  }

  onModuleDestroy(): void {
    this.cancel?.()
    this.dueAt = -Infinity
  }

  schedule(finalAt: number): void {
    if (finalAt >= this.dueAt) return
    this.cancel?.()
    this.dueAt = finalAt
    const wait = Math.min(LONGEST_WAIT, Math.max(0, finalAt - this.clock.now()))
    this.cancel = this.clock.after(wait, () => void this.sweep())
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
    this.dueAt = Infinity
    try {
      let pause = BREATH_MS
      for (const vote of await this.votes.due(this.clock.now())) {
        if (!(await this.finalizeDue(vote))) pause = RETRY_MS
      }
      const next = await this.votes.nextDue()
      if (next !== undefined) this.schedule(Math.max(next, this.clock.now() + pause))
    } catch (error) {
      this.logger.error(error)
      this.schedule(this.clock.now() + RETRY_MS)
    }
  }
}
