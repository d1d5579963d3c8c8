import type { RouteLocationRaw } from 'vue-router'

export type Format = 'count' | 'points' | 'percent' | 'price'

export interface NumberColumn {
  label: string
  /** How its numbers are written; text without one. In CSV they stand as they are. */
  format?: Format
}

export type Cell = string | number | null

export interface NumberRow {
  cells: Cell[]
  /** Where the cells lead to, by their place. */
  to?: (RouteLocationRaw | undefined)[]
}

/** What a picture shows, as a table; the first column names the row. */
export interface Numbers {
  columns: NumberColumn[]
  rows: NumberRow[]
}

/** As RFC 4180 has it, the names of the columns first. */
export function csvOf({ columns, rows }: Numbers): string {
  const lines = [columns.map(({ label }) => label), ...rows.map(({ cells }) => cells)]
  return lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')
}

function quoted(cell: Cell): string {
  const text = String(cell ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
