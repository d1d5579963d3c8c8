import type { Board, BoardRow } from '#shared/protocol/leaderboard'

type Cell = string | number | boolean | null | undefined

const COLUMNS: Record<string, (row: BoardRow) => Cell> = {
  model: (row) => row.model,
  version: (row) => row.version,
  current: (row) => row.current,
  organization: (row) => row.organization,
  license: (row) => row.license,
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
  provisional: (row) => row.provisional,
}

/** The rows of a board as RFC 4180 has them, the names of the columns first. */
export function boardCsv({ rows }: Board): string {
  const lines = rows.map((row) => Object.values(COLUMNS).map((cell) => quoted(cell(row))))
  return [Object.keys(COLUMNS), ...lines].map((cells) => `${cells.join(',')}\r\n`).join('')
}

function quoted(cell: Cell): string {
  const text = String(cell ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
