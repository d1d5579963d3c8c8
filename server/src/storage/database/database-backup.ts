import { Injectable } from '@nestjs/common'
import { copyDatabase } from './copy-database.js'
import { LogShedder } from './log-shedder.js'
import { KyselyDatabase } from './kysely-database.js'

/** A copy of the file database as it is at one moment, made while it is in use. */
@Injectable()
export class DatabaseBackup {
  constructor(
    private readonly database: KyselyDatabase,
    private readonly log: LogShedder,
  ) {}

  /** A Postgres database is backed up by its own tools. */
  get supported(): boolean {
    return this.database.file !== undefined
  }

  /** @param told hears what share is done, from 0 to 1 */
  async make(target: string, told: (done: number) => void): Promise<void> {
    const { file } = this.database
    if (!file) throw new Error('only the file database is copied')
    try {
      await copyDatabase(file, target, told)
    } finally {
      // What was deleted meanwhile had to stay for its sake.
      await this.log.shed()
    }
  }
}
