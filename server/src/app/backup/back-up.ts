import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ensureFolder } from '../../config/ensure-folder.js'
import type { Settings } from '../../config/settings.js'
import { EXIT_CODES, StartupError } from '../../config/startup-error.js'
import type { Clock } from '../../domain/ports.js'
import { IMAGES } from '../../images/image-files.js'
import { SECRET_FILE } from '../../session/session-secret.js'
import { copyDatabase } from '../../storage/database/copy-database.js'
import { damaged, isDamage } from '../../storage/database/database-faults.js'
import { inspectDatabase } from '../../storage/database/inspect-database.js'
import { DATABASE } from '../../storage/database/open-database.js'
import { beginBackup, clearKilledBackups } from '../../storage/database/unfinished-backups.js'
import { toDisk } from '../../storage/database/to-disk.js'
import { refusePostgres, timeAsName, writeContents, type Contents } from './backup-folder.js'
import type { Tell } from './tell.js'

export interface BackupReport extends Contents {
  folder: string
  databaseBytes: number
  /** Pictures that were erased while the backup was made. */
  gone: number
}

/**
 * Copies what an arena keeps into a new folder, also while the arena runs. The folder is whole or not there.
 * The schema stays as it is, so that the command of a new version can save the data of the old one.
 * @param asked undefined: a folder named by the time, in the data folder
 */
export async function backUp(
  settings: Settings,
  asked: string | undefined,
  clock: Clock,
  tell: Tell,
): Promise<BackupReport> {
  refusePostgres(settings)
  const database = join(settings.dataDir, DATABASE)
  if (!existsSync(database)) {
    throw new StartupError(
      `There is no database in ${settings.dataDir}. DATA_DIR names the folder of the arena.`,
      EXIT_CODES.configuration,
    )
  }
  const now = clock.now()
  const folder = asked ?? join(settings.dataDir, 'backups', `ringside-${timeAsName(now)}`)
  if (existsSync(folder)) {
    throw new StartupError(`${folder} is there already. Choose another name.`, EXIT_CODES.usage)
  }
  ensureFolder(dirname(folder))
  clearKilledBackups(dirname(folder))
  const { unfinished, release } = beginBackup(folder)
  try {
    const copy = join(unfinished, DATABASE)
    await copyDatabase(database, copy, (done) =>
      tell.sometimes(`Database: ${Math.floor(done * 100)} %`),
    )
    tell.step('The copy of the database is checked.')
    const hashes = inspectDatabase(copy, database)
    const pictures = await copyPictures(settings.dataDir, unfinished, hashes, tell)
    await copySecret(settings.dataDir, unfinished)
    const contents = writeContents(unfinished, pictures, now)
    for (const name of [DATABASE, IMAGES, '.']) toDisk(join(unfinished, name))
    const databaseBytes = statSync(copy).size
    renameSync(unfinished, folder)
    toDisk(dirname(folder))
    return { ...contents, folder, databaseBytes, gone: hashes.length - pictures }
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    throw isDamage(error) ? damaged(database) : error
  } finally {
    release()
  }
}

/** After the database, since the file of a picture comes before its row. @returns how many there were */
async function copyPictures(
  dataDir: string,
  target: string,
  hashes: readonly string[],
  tell: Tell,
): Promise<number> {
  mkdirSync(join(target, IMAGES))
  let copied = 0
  for (const [at, hash] of hashes.entries()) {
    if (await copyIfThere(join(dataDir, IMAGES, hash), join(target, IMAGES, hash))) copied += 1
    tell.sometimes(`Pictures: ${at + 1} of ${hashes.length}`)
  }
  return copied
}

/** Without it everybody would be somebody new. */
const copySecret = (dataDir: string, target: string): Promise<boolean> =>
  copyIfThere(join(dataDir, SECRET_FILE), join(target, SECRET_FILE))

async function copyIfThere(from: string, to: string): Promise<boolean> {
  try {
    await copyFile(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return false
  }
  toDisk(to)
  return true
}
