import type Sqlite from 'better-sqlite3'
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ensureFolder } from '../../config/ensure-folder.js'
import { StartupError } from '../../config/startup-error.js'
import { SqliteDatabase } from './sqlite.js'

/** As `lockFolder`; undefined where the folder is in use. */
export function tryLockFolder(folder: string): (() => void) | undefined {
  try {
    ensureFolder(folder)
    accessSync(folder, constants.W_OK)
    return tryLockFile(join(folder, 'ringside.lock'))
  } catch (error) {
    throw new StartupError(whyNot(folder, error), 1)
  }
}

/**
 * The lock is the operating system's, held by an open SQLite transaction, so a killed process leaves none behind.
 * @returns the function that gives it free, undefined where another holds it
 */
export function tryLockFile(file: string): (() => void) | undefined {
  const lock: Sqlite.Database = new SqliteDatabase(file, { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if (isBusy(error)) return undefined
    throw error
  }
  return () => lock.close()
}

/**
 * Keeps a second process out of the data folder.
 * @returns the function that gives the folder free
 * @throws StartupError when the folder cannot be written or is in use
 */
export function lockFolder(folder: string): () => void {
  const release = tryLockFolder(folder)
  if (release) return release
  throw new StartupError(inUse(folder), 1)
}

const isBusy = (error: unknown): boolean =>
  error instanceof SqliteDatabase.SqliteError && error.code === 'SQLITE_BUSY'

/** What to do where a folder cannot be taken. */
export function whyNot(folder: string, error: unknown): string {
  if (isModuleFault(error)) return NO_MODULE
  return isFile(folder) ? noFolder(folder) : notWritable(folder)
}

/** The database is a module made for one version of Node: it is not there, or was made for another one. */
const isModuleFault = (error: unknown): boolean =>
  error instanceof Error &&
  (/bindings file|NODE_MODULE_VERSION/.test(error.message) ||
    ('code' in error && error.code === 'ERR_DLOPEN_FAILED'))

const NO_MODULE = `The module better-sqlite3 cannot be loaded by this Node (${process.version}). Run \`npm ci\` again with it, to its end.`

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile()

const noFolder = (path: string): string =>
  `${path} is a file. Give DATA_DIR a folder to keep things in.`

const inUse = (folder: string): string =>
  `Another Ringside is running on the data folder ${folder}. Stop it first, or choose another folder with DATA_DIR.`

const notWritable = (folder: string): string =>
  `The data folder ${folder} cannot be written. Give this user the right to write there, or choose another with DATA_DIR.`
