import { readFileSync, writeFileSync } from 'node:fs'
import { SqliteDatabase } from '#server/storage/database/sqlite'

/** Writes nonsense over the page on which a table of a database begins; that of the schema keeps the file's head. */
export function spoilTable(file: string, table: string): void {
  const database = new SqliteDatabase(file)
  const page =
    database
      .prepare<[string], number>('select rootpage from sqlite_schema where name = ?')
      .pluck()
      .get(table) ?? 1
  const size = database.pragma('page_size', { simple: true }) as number
  database.close()
  const data = readFileSync(file)
  data.fill(0x5a, page === 1 ? 100 : (page - 1) * size, page * size)
  writeFileSync(file, data)
}
