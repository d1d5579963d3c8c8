import { EXIT_CODES, StartupError } from '../../config/startup-error.js'

const DAMAGED = new Set(['SQLITE_NOTADB', 'SQLITE_CORRUPT'])

/** Whether SQLite says that a file is damaged or none of its own. */
export const isDamage = (error: unknown): boolean =>
  DAMAGED.has((error as { code?: string }).code ?? '')

export const NEWER =
  'The database was written by a newer Ringside. Start that version, or restore a backup made before the upgrade. Nothing was changed.'

/** @param file what people know it by */
export const damaged = (file: string): StartupError =>
  new StartupError(
    `${file} is damaged, or no database. Nothing was changed.`,
    EXIT_CODES.configuration,
  )
