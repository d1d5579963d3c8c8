import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { version } from '../../config/package-info.js'
import type { Settings } from '../../config/settings.js'
import { EXIT_CODES, StartupError } from '../../config/startup-error.js'
import { toDisk } from '../../storage/database/to-disk.js'

/** Written last: a folder with it is a whole backup. Everything else is named as in the data folder. */
const CONTENTS = 'backup.json'
const Contents = z.object({
  ringside: z.string(),
  madeAt: z.string(),
  /** So many at least. */
  pictures: z.number(),
})
export type Contents = z.infer<typeof Contents>

export function writeContents(folder: string, pictures: number, now: number): Contents {
  const contents = { ringside: version, madeAt: new Date(now).toISOString(), pictures }
  writeFileSync(join(folder, CONTENTS), `${JSON.stringify(contents)}\n`)
  toDisk(join(folder, CONTENTS))
  return contents
}

/** `2026-11-27T11-30-00.000Z`: a time as part of a file's name. */
export const timeAsName = (now: number): string => new Date(now).toISOString().replaceAll(':', '-')

/** @throws StartupError where the folder is no backup */
export function readContents(folder: string): Contents {
  const file = join(folder, CONTENTS)
  try {
    return Contents.parse(JSON.parse(existsSync(file) ? readFileSync(file, 'utf8') : '{}'))
  } catch {
    throw new StartupError(
      `${folder} is no backup that \`ringside backup\` made, or not a whole one. Nothing was changed.`,
      EXIT_CODES.configuration,
    )
  }
}

/** @throws StartupError where the data are not in the folder */
export function refusePostgres({ databaseUrl }: Settings): void {
  if (databaseUrl === undefined) return
  throw new StartupError(
    'This arena keeps its data in Postgres (DATABASE_URL): use pg_dump and pg_restore for the database, and copy the folder images of DATA_DIR along.',
    EXIT_CODES.usage,
  )
}
