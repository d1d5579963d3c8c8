import { join } from 'node:path'
import type { Settings } from '../../config/settings.js'
import { damagedAtStart as damaged, emptied, isDamage } from './database-faults.js'
import { postgresDialect, sqliteDialect } from './dialect.js'
import { tryLockFolder } from './folder-lock.js'
import { KyselyDatabase } from './kysely-database.js'
import { migrate } from './migrator.js'
import { SqliteDatabase } from './sqlite.js'
import { sizeOf, wasUsed } from './traces.js'

/** The file database in the data folder. */
export const DATABASE = 'ringside.sqlite'

/** In bytes. 100 MB are looked through in less than a second, and no start waits longer than for these. */
const LARGEST_CHECKED = 256 * 1024 * 1024

/** Opens the database that the settings name and brings its schema up to date. */
export async function openDatabase(settings: Settings): Promise<KyselyDatabase> {
  return settings.databaseUrl
    ? openServer(settings.databaseUrl)
    : openFile(join(settings.dataDir, DATABASE))
}

async function openServer(url: string): Promise<KyselyDatabase> {
  const patient = new KyselyDatabase(postgresDialect(url, 0), 'postgres')
  try {
    await migrate(patient)
  } finally {
    await patient.close()
  }
  return new KyselyDatabase(postgresDialect(url), 'postgres')
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

async function openFile(file: string): Promise<KyselyDatabase> {
  try {
    const bytes = sizeOf(file)
    if (bytes === 0 && wasUsed(file)) throw emptied(file)
    if (bytes > 0 && bytes <= LARGEST_CHECKED) lookThrough(file)
    return await upToDate(new KyselyDatabase(sqliteDialect(file), 'sqlite', file))
  } catch (error) {
    throw isDamage(error) ? damaged(file) : error
  }
}

/** Read-only, since a connection that may write takes its log into a damaged file as it closes. */
function lookThrough(file: string): void {
  const sqlite = new SqliteDatabase(file, { readonly: true })
  try {
    if (sqlite.pragma('quick_check(1)', { simple: true }) !== 'ok') throw damaged(file)
  } finally {
    sqlite.close()
  }
}

async function upToDate(database: KyselyDatabase): Promise<KyselyDatabase> {
  await migrate(database)
  return database
}
