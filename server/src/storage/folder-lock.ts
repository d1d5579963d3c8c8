import SqliteDatabase from 'better-sqlite3'
import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import { ensureFolder } from '../config/ensure-folder.js'
import { StartupError } from '../config/startup-error.js'

/**
 * Keeps a second process out of the data folder. The lock is the operating system's, held by an open
 * SQLite transaction, so a killed process leaves none behind.
 * @returns the function that gives the folder free
 * @throws StartupError when the folder cannot be written or is in use
 */
export function lockFolder(folder: string): () => void {
  try {
    ensureFolder(folder)
    accessSync(folder, constants.W_OK)
  } catch {
    throw new StartupError(
      `The data folder ${folder} cannot be written. Give this user the right to write there, or choose another with DATA_DIR.`,
      1,
    )
  }
  const lock = new SqliteDatabase(join(folder, 'ringside.lock'), { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch {
    lock.close()
    throw new StartupError(
      `Another Ringside is running on the data folder ${folder}. Stop it first, or choose another folder with DATA_DIR.`,
      1,
    )
  }
  return () => lock.close()
}
