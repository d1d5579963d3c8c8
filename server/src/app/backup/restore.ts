import { existsSync, mkdtempSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from '../../config/settings.js'
import { EXIT_CODES, StartupError } from '../../config/startup-error.js'
import type { Clock } from '../../domain/ports.js'
import { clearKilledRestores, STAGE } from '../../session/session-secret.js'
import { lockFolder } from '../../storage/database/folder-lock.js'
import { refusePostgres } from './backup-folder.js'
import { putInPlace } from './put-in-place.js'
import { stageBackup } from './stage-backup.js'
import type { Tell } from './tell.js'

export interface RestoreReport {
  /** Where what was there before is kept; undefined where there was nothing. */
  before?: string
  pictures: number
  /** Pictures that the database names and nobody has. */
  missing: number
}

/**
 * Puts a backup in the place of what an arena keeps: a folder of `backUp`, or the file of a database alone,
 * for which the pictures and the key of the sessions stay. Everything is copied and checked first; a process
 * that is killed leaves the arena as it was or as it will be, and what it left behind the next one clears up.
 */
export async function restore(
  settings: Settings,
  source: string,
  clock: Clock,
  tell: Tell,
): Promise<RestoreReport> {
  refusePostgres(settings)
  if (!existsSync(source)) {
    throw new StartupError(`There is no ${source}.`, EXIT_CODES.usage)
  }
  const release = lockFolder(settings.dataDir)
  try {
    clearKilledRestores(settings.dataDir)
    const stage = mkdtempSync(join(settings.dataDir, STAGE))
    try {
      const isFolder = statSync(source).isDirectory()
      const staged = await stageBackup({ source, isFolder, stage, dataDir: settings.dataDir }, tell)
      const before = putInPlace(settings.dataDir, stage, clock, tell)
      return { ...staged, ...(before !== undefined && { before }) }
    } finally {
      clearKilledRestores(settings.dataDir)
    }
  } finally {
    release()
  }
}
