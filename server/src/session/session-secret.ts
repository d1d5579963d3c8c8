import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureFolder } from '../config/ensure-folder.js'
import type { Settings } from '../config/settings.js'

/** Its file in the data folder. */
export const SECRET_FILE = 'session-secret'

/** The key that signs sessions: `SESSION_SECRET`, or one made once in the data folder. */
export function loadSessionSecret(settings: Settings): string {
  if (settings.sessionSecret) return settings.sessionSecret
  const file = join(settings.dataDir, SECRET_FILE)
  ensureFolder(settings.dataDir)
  try {
    // `wx` decides the race of two first starts: the loser reads the winner's.
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}
