import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common'
import type { Slice } from '#shared/protocol/leaderboard'
import { Clock } from '../domain/ports.js'
import { CountedVotes } from '../domain/voting/counted-votes.js'
import { BoardBroadcaster } from './board.broadcaster.js'
import { BoardService } from './board.service.js'
import { PacedTask } from './paced-task.js'
import { nameOf } from './slice-key.js'
import { SliceRatings } from './slice-ratings.js'

/** Shortest time between two pushes: a burst of votes costs one fit, a single vote is shown at once. */
const PUSH_GAP_MS = 200

/** Pushes the boards that counted votes have changed to those who watch them. */
@Injectable()
export class LiveBoards extends CountedVotes implements OnModuleDestroy {
  private readonly logger = new Logger('Leaderboard')
  /** Slices that were ever watched, as they were asked for: a handful, since no field of a slice is free. */
  private readonly watched = new Map<string, Slice>()
  private changed = new Set<string>()
  private readonly push: PacedTask

  constructor(
    private readonly ratings: SliceRatings,
    private readonly boards: BoardService,
    private readonly broadcaster: BoardBroadcaster,
    clock: Clock,
  ) {
    super()
    this.push = new PacedTask(clock, PUSH_GAP_MS, () => this.pushChanged())
  }

  /** @throws AppError `not_found` for a slice that this arena does not keep */
  watch(slice: Slice): void {
    this.boards.key(slice)
    this.watched.set(nameOf(slice), slice)
  }

  override counted(slices: readonly string[]): void {
    this.ratings.outdate(slices)
    for (const key of slices) this.changed.add(key)
    this.push.request()
  }

  onModuleDestroy(): Promise<void> {
    return this.push.stop()
  }

  private async pushChanged(): Promise<void> {
    const changed = this.changed
    this.changed = new Set()
    for (const slice of this.watched.values()) {
      if (changed.has(this.boards.key(slice))) await this.pushBoard(slice)
    }
  }

  /** A board that cannot be made now is made when it is asked for, or after the next vote. */
  private async pushBoard(slice: Slice): Promise<void> {
    try {
      this.broadcaster.updated(await this.boards.board(slice))
    } catch (error) {
      this.logger.error(error)
    }
  }
}
