import type Sqlite from 'better-sqlite3'
import { EXIT_CODES, StartupError } from '../../config/startup-error.js'
import { damaged, isDamage, NEWER } from './database-faults.js'
import { originOf } from './migrator.js'
import { SqliteDatabase } from './sqlite.js'

/**
 * Looks all through a copy of a database that nobody else has open, and leaves it as one file.
 * @param original what people know it by
 * @returns the hashes of the pictures that it names
 * @throws StartupError where it is damaged, no database of Ringside, or of a newer one
 */
export function inspectDatabase(file: string, original: string): string[] {
  const database = new SqliteDatabase(file, { fileMustExist: true })
  try {
    // What a log beside it holds belongs to it.
    database.pragma('journal_mode = DELETE')
    if (database.pragma('integrity_check', { simple: true }) !== 'ok') throw damaged(original)
    const tables = column(database, "select name from sqlite_schema where type = 'table'")
    if (!tables.includes('kysely_migration')) {
      throw new StartupError(
        `${original} is no database of Ringside. Nothing was changed.`,
        EXIT_CODES.configuration,
      )
    }
    const origin = originOf(column(database, 'select name from kysely_migration'))
    if (origin === 'newer') throw new StartupError(NEWER, EXIT_CODES.configuration)
    if (origin === 'damaged') throw damaged(original)
    return tables.includes('images') ? column(database, 'select distinct hash from images') : []
  } catch (error) {
    throw isDamage(error) ? damaged(original) : error
  } finally {
    database.close()
  }
}

/**
 * Takes what the log of a database holds into its file, so that the file alone is all of it. One that is too
 * damaged for that stays as it is.
 */
export function settleDatabase(file: string): void {
  let database: Sqlite.Database | undefined
  try {
    database = new SqliteDatabase(file, { fileMustExist: true })
    database.pragma('journal_mode = DELETE')
  } catch (error) {
    if (!isDamage(error)) throw error
  } finally {
    database?.close()
  }
}

const column = (database: Sqlite.Database, query: string): string[] =>
  database.prepare<[], string>(query).pluck().all()
