import type { Dialect, Transaction } from 'kysely'
import { Kysely, sql } from 'kysely'
import type { Database } from './database.js'

export type Trx = Transaction<Database>

/** The one query path. Writes that belong together go through `write`, which is one transaction. */
export class KyselyDatabase {
  readonly db: Kysely<Database>

  constructor(
    dialect: Dialect,
    readonly kind: 'sqlite' | 'postgres',
    /** The path of the file database. */
    readonly file?: string,
  ) {
    this.db = new Kysely<Database>({ dialect })
  }

  write<T>(work: (trx: Trx) => Promise<T>): Promise<T> {
    return this.db.transaction().execute(work)
  }

  /** Fails when the database does not answer. */
  async ping(): Promise<void> {
    await sql`select 1`.execute(this.db)
  }

  close(): Promise<void> {
    return this.db.destroy()
  }
}
