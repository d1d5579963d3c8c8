import { join } from 'node:path'
import type { Settings } from '../../config/settings.js'
import { EXIT_CODES, StartupError } from '../../config/startup-error.js'
import { isDamage } from './database-faults.js'
import { dialectOver, openSqlite, postgresDialect } from './dialect.js'
import { tryLockFolder } from './folder-lock.js'
import { KyselyDatabase } from './kysely-database.js'
import { migrate } from './migrator.js'

/** The file database in the data folder. */
export const DATABASE = 'ringside.sqlite'

/** Opens the database that the settings name and brings its schema up to date. */
export async function openDatabase(settings: Settings): Promise<KyselyDatabase> {
  const database = settings.databaseUrl
    ? new KyselyDatabase(postgresDialect(settings.databaseUrl), 'postgres')
    : openFile(join(settings.dataDir, DATABASE))
  await migrate(database)
  return database
}

/**
 * For a command that changes a row or two and may do so while the server runs: the database takes several
 * writers, and a schema that is in use is up to date.
 */
export async function besideServer<T>(
  settings: Settings,
  work: (database: KyselyDatabase) => Promise<T>,
): Promise<T> {
  const release = tryLockFolder(settings.dataDir)
  const database = await openDatabase(settings)
  try {
    return await work(database)
  } finally {
    await database.close()
    release?.()
  }
}

/** What is damaged is looked for before anything is written: a look of less than a second for 100 MB. */
function openFile(file: string): KyselyDatabase {
  const sqlite = saying(file, () => openSqlite(file))
  try {
    saying(file, () => {
      if (sqlite.pragma('quick_check(1)', { simple: true }) !== 'ok') throw damaged(file)
    })
  } catch (error) {
    sqlite.close()
    throw error
  }
  return new KyselyDatabase(dialectOver(sqlite), 'sqlite', file)
}

/** Does something with a file, and says it where the file is what is wrong. */
function saying<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw isDamage(error) ? damaged(file) : error
  }
}

const damaged = (file: string): StartupError =>
  new StartupError(
    `The database ${file} is damaged or no database. It was left as it is: put a backup in its place, or choose another folder with DATA_DIR.`,
    EXIT_CODES.configuration,
  )
