import { renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { SqliteDatabase } from './sqlite.js'
import { toDisk } from './to-disk.js'

/** 1 MB, after which running answers get their turn. */
const PAGES_AT_ONCE = 256

/**
 * Copies a database file as it is at one moment, whoever writes to it meanwhile. The copy is whole or not
 * there: it gets its name when it is on the disk.
 * @param told hears what share is done, from 0 to 1
 */
export async function copyDatabase(
  file: string,
  target: string,
  told: (done: number) => void,
): Promise<void> {
  const unfinished = `${target}.part`
  // A connection of its own, since a copy fails while its connection writes; and a reading transaction, by
  // which it sees one moment and need not begin again whenever somebody writes.
  const source = new SqliteDatabase(file, { readonly: true })
  try {
    source.exec('begin; select count(*) from sqlite_schema')
    await source.backup(unfinished, {
      progress({ totalPages, remainingPages }) {
        told(totalPages === 0 ? 0 : 1 - remainingPages / totalPages)
        return PAGES_AT_ONCE
      },
    })
    toDisk(unfinished)
    renameSync(unfinished, target)
    toDisk(dirname(target))
  } finally {
    source.close()
    rmSync(unfinished, { force: true })
  }
}
