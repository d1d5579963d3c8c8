import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { ensureFolder } from '../../config/ensure-folder.js'
import type { Clock } from '../../domain/ports.js'
import { IMAGES } from '../../images/image-files.js'
import { finishRestoredSecret, SECRET_FILE } from '../../session/session-secret.js'
import { settleDatabase } from '../../storage/database/inspect-database.js'
import { DATABASE } from '../../storage/database/open-database.js'
import { toDisk } from '../../storage/database/to-disk.js'
import { timeAsName, writeContents } from './backup-folder.js'
import type { Tell } from './tell.js'

const LOGS = [`${DATABASE}-wal`, `${DATABASE}-shm`]

/**
 * Puts what was staged in the place of what is there. Until the one rename that changes the database nothing
 * is taken away: what is there gets a second name first, and pictures, named by their content, replace none.
 * @returns where what was there before is kept, if anything was there
 */
export function putInPlace(
  dataDir: string,
  stage: string,
  clock: Clock,
  tell: Tell,
): string | undefined {
  const now = clock.now()
  const aside = join(dataDir, `before-restore-${timeAsName(now)}`)
  const before = [DATABASE, SECRET_FILE, ...LOGS].some((name) => existsSync(join(dataDir, name)))
  if (before) {
    tell.step(`Keeping what is there in ${aside}`)
    keep(dataDir, aside, now)
  }
  tell.step('Putting the backup in its place')
  const pictures = picturesIn(stage)
  ensureFolder(join(dataDir, IMAGES))
  for (const name of pictures) renameSync(join(stage, IMAGES, name), join(dataDir, IMAGES, name))
  toDisk(join(dataDir, IMAGES))
  toDisk(stage)
  renameSync(join(stage, DATABASE), join(dataDir, DATABASE))
  toDisk(dataDir)
  finishRestoredSecret(dataDir)
  toDisk(dataDir)
  return before ? aside : undefined
}

/** In the form of a backup, so that there is a way back. */
function keep(dataDir: string, aside: string, now: number): void {
  const hasDatabase = existsSync(join(dataDir, DATABASE))
  if (hasDatabase) settleDatabase(join(dataDir, DATABASE))
  mkdirSync(join(aside, IMAGES), { recursive: true })
  for (const name of [DATABASE, SECRET_FILE]) {
    if (existsSync(join(dataDir, name))) secondName(join(dataDir, name), join(aside, name))
  }
  for (const name of picturesIn(dataDir)) {
    secondName(join(dataDir, IMAGES, name), join(aside, IMAGES, name))
  }
  // Of a database that is damaged or was taken away: the new one would take it for its own.
  for (const name of LOGS) {
    if (existsSync(join(dataDir, name))) renameSync(join(dataDir, name), join(aside, name))
  }
  // Kept as it is, whole or not.
  if (hasDatabase) writeContents(aside, 0, now)
  for (const folder of [join(aside, IMAGES), aside, dataDir]) toDisk(folder)
}

/** Without room for a copy; not every file system can do that. */
function secondName(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
    toDisk(to)
  }
}

const HASH = /^[0-9a-f]{64}$/

function picturesIn(folder: string): string[] {
  const images = join(folder, IMAGES)
  return existsSync(images) ? readdirSync(images).filter((name) => HASH.test(name)) : []
}
