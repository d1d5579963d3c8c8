import { SqliteDatabase } from '#server/storage/database/sqlite'

/**
 * Copies a battle that nobody has voted on, with everything that belongs to it, as often as asked, in the file of
 * a server that does not run. @returns the ids of the copies
 */
export function cloneBattle(file: string, conversationId: string, copies: number): string[] {
  const database = new SqliteDatabase(file, { fileMustExist: true })
  const column = (query: string, ...values: string[]) =>
    database
      .prepare<string[], string>(query)
      .pluck()
      .all(...values)
  const columnsOf = (table: string) => column('select name from pragma_table_info(?)', table)
  const tables = column("select name from sqlite_schema where type = 'table'").filter((table) =>
    columnsOf(table).includes('conversationId'),
  )
  const insert = [['conversations', 'id'], ...tables.map((table) => [table, 'conversationId'])].map(
    ([table = '', key]) => {
      const columns = columnsOf(table).map((name) => `"${name}"`)
      const values = columns.map((name) => (name === `"${key}"` ? '?' : name))
      return database.prepare(
        `insert into "${table}" (${columns.join()}) select ${values.join()} from "${table}" where "${key}" = ?`,
      )
    },
  )
  const ids = Array.from({ length: copies }, (_, at) => `${conversationId.slice(0, 14)}-${at}`)
  database.transaction(() => {
    for (const id of ids) for (const statement of insert) statement.run(id, conversationId)
  })()
  database.close()
  return ids
}
