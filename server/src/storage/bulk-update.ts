import { sql, type RawBuilder } from 'kysely'

type Cell = string | number | null

/**
 * Rows as a table that one `update … from` can read, so that many rows cost one statement. The casts
 * are for Postgres, which takes a bare parameter for text.
 */
export function written<Column extends string>(
  rows: readonly Record<Column, Cell>[],
  columns: Record<Column, 'text' | 'bigint'>,
): RawBuilder<unknown> {
  const names = Object.keys(columns) as Column[]
  const cell = (value: Cell, column: Column) => sql`cast(${value} as ${sql.raw(columns[column])})`
  const tuple = (row: Record<Column, Cell>) =>
    sql`(${sql.join(names.map((column) => cell(row[column], column)))})`
  return sql`with written(${sql.join(names.map((name) => sql.id(name)))}) as (values ${sql.join(rows.map(tuple))})`
}

/** `"a" = written."a", …`; every column comes from the table of `written`. */
export const fromWritten = (columns: readonly string[]): RawBuilder<unknown> =>
  sql.join(columns.map((column) => sql`${sql.id(column)} = written.${sql.id(column)}`))
