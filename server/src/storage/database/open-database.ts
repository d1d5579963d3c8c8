import { join } from 'node:path'
import type { Settings } from '../../config/settings.js'
import { StartupError } from '../../config/startup-error.js'
import { postgresDialect, sqliteDialect } from './dialect.js'
import { tryLockFolder } from './folder-lock.js'
import { KyselyDatabase } from './kysely-database.js'
import { migrate } from './migrator.js'

const DAMAGED = new Set(['SQLITE_NOTADB', 'SQLITE_CORRUPT'])

/** Opens the database that the settings name and brings its schema up to date. */
export async function openDatabase(settings: Settings): Promise<KyselyDatabase> {
  const database = settings.databaseUrl
    ? new KyselyDatabase(postgresDialect(settings.databaseUrl), 'postgres')
    : openFile(join(settings.dataDir, 'ringside.sqlite'))
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
    if (!DAMAGED.has((error as { code?: string }).code ?? '')) throw error
    throw new StartupError(
      `The database ${file} is damaged or no database. It was left as it is: put a backup in its place, or choose another folder with DATA_DIR.`,
      78,
    )
  }
}
