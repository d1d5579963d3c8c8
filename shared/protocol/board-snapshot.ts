import type { Board } from './leaderboard.js'

/**
 * `POST /api/leaderboard/snapshots` with a slice, then `GET /api/leaderboard/snapshots/:id`, for ever: a board
 * as it stood. `…/votes.jsonl` are the votes behind it, from which `ringside rate` makes the same board;
 * `…/board.csv` is the board as a table.
 */
export interface BoardSnapshot {
  id: string
  /** Milliseconds since the epoch. */
  createdAt: number
  board: Board
  /** SHA-256 of `votes.jsonl`, in hex. */
  votesHash: string
  votes: number
  /** Version of Ringside, and of the rules that give labels. */
  version: string
  rulesVersion: number
  settings: {
    /** First day whose votes count; null: all. */
    from: string | null
    boardMinVotes: number
    modelMinVotes: number
  }
}
