import type { Board, Slice } from '#shared/protocol/leaderboard'
import type { PacedTask } from './paced-task.js'

/** A slice that somebody watches, as it was asked for. */
export interface Watched {
  room: string
  slice: Slice
  voterId: string
  push: PacedTask
  /** What was sent last, but for its time. */
  sent?: string
}

/** What is worth a push: everything but when it was made. */
export const contentOf = ({ updatedAt: _, ...board }: Board): string => JSON.stringify(board)
