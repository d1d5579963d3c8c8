import { join } from 'node:path'
import type { Settings } from '../../config/settings.js'
import { StartupError } from '../../config/startup-error.js'
import { isDamage } from './database-faults.js'
import { postgresDialect, sqliteDialect } from './dialect.js'
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

function openFile(file: string): KyselyDatabase {
  try {
    return new KyselyDatabase(sqliteDialect(file), 'sqlite', file)
  } catch (error) {
    if (!isDamage(error)) throw error
    throw new StartupError(
      `The database ${file} is damaged or no database. It was left as it is: put a backup in its place, or choose another folder with DATA_DIR.`,
      78,
    )
  }
}
