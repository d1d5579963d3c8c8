import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common'
import type { Board, Slice } from '#shared/protocol/leaderboard'
import { dayOf, startOf } from '../domain/day.js'
import { Clock } from '../domain/ports.js'
import { CountedVotes, type CountsChanged } from '../domain/voting/counted-votes.js'
import { ActiveDraws } from './active-draws.js'
import { BoardBroadcaster } from './board.broadcaster.js'
import { roomOf } from './board-room.js'
import { BoardService } from './board.service.js'
import { PacedTask } from './paced-task.js'
import { ScoreDays } from './score-days.js'
import { SliceRatings } from './slice-ratings.js'
import { concerns, type SliceSpec } from './slice-spec.js'
import { contentOf, type Watched } from './watched-slices.js'

/** Shortest time between two pushes of a board: a burst of votes costs one fit, a single vote is shown at once. */
const PUSH_GAP_MS = 200
/** The same for boards that are made from all votes one by one. */
const SLOW_PUSH_GAP_MS = 5000

/** Pushes the boards that counted votes have changed to those who watch them. */
@Injectable()
export class LiveBoards extends CountedVotes implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Leaderboard')
  /** By room. One that nobody is in any more is forgotten at the next change. */
  private readonly watched = new Map<string, Watched>()
  private cancelMidnight: (() => void) | undefined

  constructor(
    private readonly ratings: SliceRatings,
    private readonly boards: BoardService,
    private readonly broadcaster: BoardBroadcaster,
    private readonly draws: ActiveDraws,
    private readonly days: ScoreDays,
    private readonly clock: Clock,
  ) {
    super()
  }

  /** Somebody has come into the room of the slice. */
  watch(slice: Slice, voterId: string): void {
    const room = roomOf(slice, voterId)
    if (this.watched.has(room)) return
    const gap = isSlow(slice) ? SLOW_PUSH_GAP_MS : PUSH_GAP_MS
    // Each at its own pace: no board waits for another.
    const push = new PacedTask(this.clock, gap, () => this.push(watched))
    const watched: Watched = { room, slice, voterId, push }
    this.watched.set(room, watched)
  }

  override counted(changed: CountsChanged): void {
    this.ratings.outdate(changed)
    this.pushWhere((spec) => concerns(spec, changed))
    this.draws.outdate()
    this.days.outdate(changed)
  }

  onApplicationBootstrap(): void {
    const now = this.clock.now()
    this.cancelMidnight = this.clock.after(startOf(dayOf(now) + 1) - now, () => {
      this.pushWhere(({ from }) => from > 0)
      this.onApplicationBootstrap()
    })
  }

  async onModuleDestroy(): Promise<void> {
    this.cancelMidnight?.()
    await Promise.all([...this.watched.values()].map(({ push }) => push.stop()))
  }

  private pushWhere(isMeant: (spec: SliceSpec) => boolean): void {
    for (const watched of this.watched.values()) {
      const { room, slice, voterId, push } = watched
      if (this.broadcaster.isWatched(room)) {
        if (isMeant(this.boards.spec(slice, voterId))) push.request()
      } else {
        this.watched.delete(room)
        void push.stop()
      }
    }
  }

  /** A board that cannot be made now is made when it is asked for, or after the next vote. */
  private async push(watched: Watched): Promise<void> {
    try {
      const board: Board = await this.boards.board(watched.slice, watched.voterId)
      const content = contentOf(board)
      if (content === watched.sent) return
      watched.sent = content
      this.broadcaster.updated(watched.room, board)
    } catch (error) {
      this.logger.error(error)
    }
  }
}

const isSlow = ({ styleControl, voterErrors }: Slice): boolean =>
  (styleControl ?? false) || (voterErrors ?? false)
