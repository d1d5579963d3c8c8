import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { tryLockFile } from './folder-lock.js'

const UNFINISHED = /\.part-\w{6}$/
const ITS_LOCK = /\.part-\w{6}\.lock$/
/** What there can be in one: a folder of anybody else is not touched, whatever its name. */
const CONTENT = /^(ringside\.sqlite(\.part)?(-\w+)?|images|session-secret|backup\.json)$/
/** Of the copies that the server itself makes in the data folder. */
const UNFINISHED_COPY = /^ringside-[\dTZ.-]+\.sqlite\.part(-\w+)?$/

const LOCK = '.lock'
const lockOf = (folder: string): string => `${folder}${LOCK}`
const folderOf = (lock: string): string => lock.slice(0, -LOCK.length)

/**
 * A new folder for a backup that gets its name when it is whole. Beside it is a lock, by which others see that
 * somebody is at work in it: number of process and machine would not tell, where machines and containers share a disk.
 */
export function beginBackup(folder: string): { unfinished: string; release: () => void } {
  const unfinished = mkdtempSync(`${folder}.part-`)
  const unlock = tryLockFile(lockOf(unfinished))
  if (!unlock) throw new Error(`${unfinished} is locked`)
  return { unfinished, release: () => free(unfinished, unlock) }
}

/** Removes what processes that were killed left of backups; where it may not, it stays. */
export function clearKilledBackups(parent: string): void {
  for (const name of namesIn(parent)) {
    const path = join(parent, name)
    if (UNFINISHED.test(name) && isOurs(path)) clearKilled(path)
    // Killed between the last name of a folder and the end of its lock.
    if (ITS_LOCK.test(name) && !existsSync(folderOf(path))) clearKilled(folderOf(path))
  }
}

function clearKilled(folder: string): void {
  quietly(() => {
    const unlock = tryLockFile(lockOf(folder))
    if (!unlock) return
    rmSync(folder, { recursive: true, force: true })
    free(folder, unlock)
  })
}

/** @param folder where only the one process that has the data folder makes copies, and makes none now */
export function clearKilledCopies(folder: string): void {
  for (const name of namesIn(folder).filter((each) => UNFINISHED_COPY.test(each))) {
    quietly(() => rmSync(join(folder, name), { force: true }))
  }
}

/** One that is empty has just been begun, and its lock comes next. */
function isOurs(folder: string): boolean {
  const names = namesIn(folder)
  return names.length > 0 && names.every((name) => CONTENT.test(name))
}

function free(folder: string, unlock: () => void): void {
  unlock()
  for (const ending of ['', '-journal']) rmSync(`${lockOf(folder)}${ending}`, { force: true })
}

/** None of a folder that is not there, and of a file. */
function namesIn(folder: string): string[] {
  return quietly(() => readdirSync(folder)) ?? []
}

function quietly<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
