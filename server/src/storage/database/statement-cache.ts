import type Sqlite from 'better-sqlite3'
import type { SqliteDatabase as Prepares, SqliteStatement } from 'kysely'

/** Longer ones hold many rows and seldom come again in the same number. */
const LONGEST_KEPT = 4_000
const KEPT = 500

/** Kysely prepares a statement at every use; here those of the same text are prepared once. */
export function withStatementCache(database: Sqlite.Database): Prepares {
  const known = new Map<string, SqliteStatement>()
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = known.get(sql) ?? (database.prepare(sql) as SqliteStatement)
      if (sql.length > LONGEST_KEPT) return statement
      // The one used last is last in the map, so the first has not been used for longest.
      known.delete(sql)
      known.set(sql, statement)
      if (known.size > KEPT) known.delete(known.keys().next().value as string)
      return statement
    },
  }
}
