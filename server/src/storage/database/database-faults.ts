import { EXIT_CODES, StartupError } from '../../config/startup-error.js'

/** What follows says of what kind: `SQLITE_CORRUPT_INDEX`. */
const DAMAGED = /^SQLITE_(NOTADB|CORRUPT)(_|$)/

/** Whether SQLite says that a file is damaged or none of its own. */
export const isDamage = (error: unknown): boolean =>
  DAMAGED.test((error as { code?: string }).code ?? '')

/** As SQLite itself would say it. */
export const damage = (what: string): Error =>
  Object.assign(new Error(what), { code: 'SQLITE_CORRUPT' })

export const NEWER =
  'The database was written by a newer Ringside. Start that version, or restore a backup made before the upgrade. Nothing was changed.'

/** @param file what people know it by */
export const damaged = (file: string): StartupError =>
  new StartupError(
    `${file} is damaged, or no database. Nothing was changed.`,
    EXIT_CODES.configuration,
  )

const WAY_ON = 'put a backup in its place, or choose another folder with DATA_DIR.'

export const damagedAtStart = (file: string): StartupError =>
  new StartupError(
    `The database ${file} is damaged or no database. It was left as it is: ${WAY_ON}`,
    EXIT_CODES.configuration,
  )

export const emptied = (file: string): StartupError =>
  new StartupError(
    `The database ${file} is empty or gone, but its folder holds what an arena left there. Nothing was changed: ${WAY_ON}`,
    EXIT_CODES.configuration,
  )
