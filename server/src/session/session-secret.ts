import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureFolder } from '../config/ensure-folder.js'
import type { Settings } from '../config/settings.js'

/** Its file in the data folder. */
export const SECRET_FILE = 'session-secret'
/** In the data folder, what a restore is about to put in its place is in a folder of this name. */
export const STAGE = 'restoring-'

/** The key that signs sessions: `SESSION_SECRET`, or one made once in the data folder. */
export function loadSessionSecret(settings: Settings): string {
  if (settings.sessionSecret) return settings.sessionSecret
  const file = join(settings.dataDir, SECRET_FILE)
  ensureFolder(settings.dataDir)
  finishRestoredSecret(settings.dataDir)
  try {
    // `wx` decides the race of two first starts: the loser reads the winner's.
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}

/**
 * The last step of a restore, which may have been killed before it: the key follows its database. Where that is
 * still beside it, nothing has been restored yet.
 */
export function finishRestoredSecret(dataDir: string): void {
  for (const stage of readdirSync(dataDir).filter((name) => name.startsWith(STAGE))) {
    const staged = readdirSync(join(dataDir, stage))
    if (!staged.includes(SECRET_FILE) || staged.some((name) => name.endsWith('.sqlite'))) continue
    renameSync(join(dataDir, stage, SECRET_FILE), join(dataDir, SECRET_FILE))
  }
}

/**
 * Ends a restore that was killed, where nobody else is at work in the data folder. What is left of it is a copy of
 * all that people ever said, which no erasure reaches. The key goes before its database, or who is killed here would
 * leave one that looks like the last step of a restore.
 */
export function clearKilledRestores(dataDir: string): void {
  finishRestoredSecret(dataDir)
  for (const stage of readdirSync(dataDir).filter((name) => name.startsWith(STAGE))) {
    rmSync(join(dataDir, stage, SECRET_FILE), { force: true })
    rmSync(join(dataDir, stage), { recursive: true, force: true })
  }
}
