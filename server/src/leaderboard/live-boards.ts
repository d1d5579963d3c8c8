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
import { concerns } from './slice-spec.js'
import { contentOf, type Watched } from './watched-slices.js'

/** Shortest time between two pushes: a burst of votes costs one fit, a single vote is shown at once. */
const PUSH_GAP_MS = 200

/** Pushes the boards that counted votes have changed to those who watch them. */
@Injectable()
export class LiveBoards extends CountedVotes implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Leaderboard')
  /** By room. One that nobody is in any more is forgotten at the next change. */
  private readonly watched = new Map<string, Watched>()
  private changed: CountsChanged[] = []
  private readonly push: PacedTask
  private cancelMidnight: (() => void) | undefined
  /** Periods begin on another day since the last push. */
  private isNewDay = false

  constructor(
    private readonly ratings: SliceRatings,
    private readonly boards: BoardService,
    private readonly broadcaster: BoardBroadcaster,
    private readonly draws: ActiveDraws,
    private readonly days: ScoreDays,
    private readonly clock: Clock,
  ) {
    super()
    this.push = new PacedTask(clock, PUSH_GAP_MS, () => this.pushChanged())
  }

  /** Somebody has come into the room of the slice. */
  watch(slice: Slice, voterId: string): void {
    const room = roomOf(slice, voterId)
    if (!this.watched.has(room)) this.watched.set(room, { room, slice, voterId })
  }

  override counted(changed: CountsChanged): void {
    this.ratings.outdate(changed)
    this.changed.push(changed)
    this.push.request()
    this.draws.outdate()
    this.days.outdate(changed)
  }

  onApplicationBootstrap(): void {
    const now = this.clock.now()
    this.cancelMidnight = this.clock.after(startOf(dayOf(now) + 1) - now, () => {
      this.isNewDay = true
      this.push.request()
      this.onApplicationBootstrap()
    })
  }

  onModuleDestroy(): Promise<void> {
    this.cancelMidnight?.()
    return this.push.stop()
  }

  private async pushChanged(): Promise<void> {
    const changed = this.changed
    this.changed = []
    const isNewDay = this.isNewDay
    this.isNewDay = false
    for (const watched of this.watched.values()) {
      if (!this.broadcaster.isWatched(watched.room)) this.watched.delete(watched.room)
      else await this.pushBoard(watched, changed, isNewDay)
    }
  }

  /** A board that cannot be made now is made when it is asked for, or after the next vote. */
  private async pushBoard(
    watched: Watched,
    changed: readonly CountsChanged[],
    isNewDay: boolean,
  ): Promise<void> {
    try {
      const spec = this.boards.spec(watched.slice, watched.voterId)
      const moves = isNewDay && spec.from > 0
      if (!moves && !changed.some((change) => concerns(spec, change))) return
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
