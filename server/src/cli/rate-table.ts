import type { BoardRow, StyleCoefficient } from '#shared/protocol/leaderboard'

type Column = [title: string, cell: (row: BoardRow) => string]

const COLUMNS: Column[] = [
  ['rank', ({ rank }) => rankText(rank)],
  ['model', ({ provisional, ...row }) => (provisional ? `${nameOf(row)} *` : nameOf(row))],
  ['rating', ({ rating }) => figure(rating)],
  ['95 % interval', ({ lower, upper }) => `${figure(lower)} to ${figure(upper)}`],
  ['votes', ({ votes }) => count(votes)],
  ['wins', ({ wins }) => count(wins)],
  ['losses', ({ losses }) => count(losses)],
  ['ties', ({ ties }) => count(ties)],
]
/** All others are numbers, which stand to the right. */
const LEFT = ['model']

/** The rows of a board for a terminal. */
export function boardTable(rows: readonly BoardRow[]): string {
  const columns = COLUMNS.map(([title, cell]) => aligned([title, ...rows.map(cell)], title))
  const lines = columns[0]!.map((_, line) => columns.map((cells) => cells[line]).join('  '))
  const note = rows.some(({ provisional }) => provisional)
    ? ['', '* provisional: few votes, or not connected with the ranked models']
    : []
  return [...lines.map((line) => line.trimEnd()), ...note].map((line) => `${line}\n`).join('')
}

/** What the form of an answer was worth, a line each. */
export function styleLines(style: readonly StyleCoefficient[]): string {
  const width = Math.max(...style.map(({ feature }) => feature.length))
  const lines = style.map(({ feature, points, lower, upper }) =>
    points === null
      ? `  ${feature.padEnd(width)}  cannot be told from the models`
      : `  ${feature.padEnd(width)}  ${signed(points)} points (${signed(lower)} to ${signed(upper)})`,
  )
  return ['style, for one standard deviation more of it:', ...lines]
    .map((line) => `${line}\n`)
    .join('')
}

function aligned(cells: string[], title: string): string[] {
  const width = Math.max(...cells.map((cell) => cell.length))
  return cells.map((cell) => (LEFT.includes(title) ? cell.padEnd(width) : cell.padStart(width)))
}

const nameOf = ({ model, version }: Pick<BoardRow, 'model' | 'version'>): string =>
  version > 1 ? `${model} (version ${version})` : model

function rankText(rank: BoardRow['rank']): string {
  if (!rank) return '-'
  return rank[0] === rank[1] ? `${rank[0]}` : `${rank[0]}-${rank[1]}`
}

const signed = (value: number | null): string =>
  value === null ? '-' : `${value < 0 ? '' : '+'}${value.toFixed(1)}`
const figure = (value: number | null): string => value?.toFixed(1) ?? '-'
export const count = (value: number): string => value.toLocaleString('en')
