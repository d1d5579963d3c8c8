import type { Dialect, Transaction } from 'kysely'
import { Kysely } from 'kysely'
import type { Database } from './database.js'

export type Trx = Transaction<Database>

/** The one query path. Writes that belong together go through `write`, which is one transaction. */
export class KyselyDatabase {
  readonly db: Kysely<Database>

  constructor(
    dialect: Dialect,
    readonly kind: 'sqlite' | 'postgres',
  ) {
    this.db = new Kysely<Database>({ dialect })
  }

  write<T>(work: (trx: Trx) => Promise<T>): Promise<T> {
    return this.db.transaction().execute(work)
  }

  close(): Promise<void> {
    return this.db.destroy()
  }
}
