import { Injectable } from '@nestjs/common'
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { KyselyDatabase } from './kysely-database.js'
import { SqliteDatabase } from './sqlite.js'

/** 1 MB, after which running answers get their turn. */
const PAGES_AT_ONCE = 256

/** A copy of the file database as it is at one moment, made while it is in use. */
@Injectable()
export class DatabaseBackup {
  constructor(private readonly database: KyselyDatabase) {}

  /** A Postgres database is backed up by its own tools. */
  get supported(): boolean {
    return this.database.file !== undefined
  }

  /**
   * The copy is whole or not there: it gets its name when it is on the disk.
   * @param told hears what share is done, from 0 to 1
   */
  async make(target: string, told: (done: number) => void): Promise<void> {
    const { file } = this.database
    if (!file) throw new Error('only the file database is copied')
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
}

function toDisk(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
