import type { Board, BoardRow } from '#shared/protocol/leaderboard'
import { csvLine, type Cell } from './csv.js'

const COLUMNS: Record<string, (row: BoardRow) => Cell> = {
  model: (row) => row.model,
  version: (row) => row.version,
  current: (row) => row.current,
  organization: (row) => row.organization,
  license: (row) => row.license,
  openWeights: (row) => row.openWeights,
  inputPrice: (row) => row.inputPrice,
  outputPrice: (row) => row.outputPrice,
  currency: (row) => row.currency,
  knowledgeCutoff: (row) => row.knowledgeCutoff,
  retired: (row) => row.retired,
  rating: (row) => row.rating,
  standardError: (row) => row.standardError,
  lower: (row) => row.lower,
  upper: (row) => row.upper,
  rankBest: (row) => row.rank?.[0],
  rankWorst: (row) => row.rank?.[1],
  votes: (row) => row.votes,
  wins: (row) => row.wins,
  losses: (row) => row.losses,
  ties: (row) => row.ties,
  averageWinRate: (row) => row.averageWinRate,
  provisional: (row) => row.provisional,
}

/** The rows of a board, the names of the columns first. */
export function boardCsv({ rows }: Board): string {
  const lines = rows.map((row) => csvLine(Object.values(COLUMNS).map((cell) => cell(row))))
  return [csvLine(Object.keys(COLUMNS)), ...lines].join('')
}
