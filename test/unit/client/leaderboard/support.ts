import type { Board, BoardRow } from '../../../../shared/protocol/leaderboard.js'

export function aRow(overrides: Partial<BoardRow> = {}): BoardRow {
  const rating = overrides.rating === undefined ? 1000 : overrides.rating
  return {
    model: 'model',
    version: 1,
    current: true,
    retired: false,
    rating,
    standardError: rating === null ? null : 10,
    lower: rating === null ? null : rating - 20,
    upper: rating === null ? null : rating + 20,
    rank: [1, 1],
    votes: 100,
    wins: 50,
    losses: 30,
    ties: 20,
    averageWinRate: 0.6,
    provisional: false,
    ...overrides,
  }
}

export const aBoard = (overrides: Partial<Board> = {}): Board => ({
  slice: {},
  demo: false,
  votes: 1_234,
  battles: 1_234,
  minimumVotes: 100,
  ranked: true,
  updatedAt: 1_000,
  rows: [aRow()],
  ...overrides,
})
