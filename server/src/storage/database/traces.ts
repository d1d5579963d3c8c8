import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Whether there was more of a database than an empty file. A first start that was broken off leaves one too, but
 * neither a log nor pictures or backups.
 */
export const wasUsed = (file: string): boolean =>
  sizeOf(`${file}-wal`) > 0 ||
  ['images', 'backups'].some((name) => hasFiles(join(dirname(file), name)))

export const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

const hasFiles = (folder: string): boolean => existsSync(folder) && readdirSync(folder).length > 0
