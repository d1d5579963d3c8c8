import type { Dialect, Transaction } from 'kysely'
import { Kysely } from 'kysely'
import { CommitGroups } from './commit-groups.js'
import type { Database } from './database.js'

export type Trx = Transaction<Database>

/** About as much as a short battle needs: a full disk may still take a row that fits into a page it has. */
const FILLER = 'x'.repeat(16_384)

/** The one query path. Writes that belong together go through `write`, all of which is kept, or nothing. */
export class KyselyDatabase {
  readonly db: Kysely<Database>
  private readonly groups: CommitGroups | undefined

  constructor(
    dialect: Dialect,
    readonly kind: 'sqlite' | 'postgres',
    /** The path of the file database. */
    readonly file?: string,
  ) {
    this.db = new Kysely<Database>({ dialect })
    // Postgres commits those of several connections together by itself.
    if (kind === 'sqlite') this.groups = new CommitGroups(this.db)
  }

  /** Resolves when it is on the disk. `work` is done once, and must wait for nothing but `trx`. */
  write<T>(work: (trx: Trx) => Promise<T>): Promise<T> {
    return this.groups?.add(work) ?? this.db.transaction().execute(work)
  }

  /** What is read within `work` is of one moment. */
  read<T>(work: (db: Kysely<Database>) => Promise<T>): Promise<T> {
    // The file has one connection, which nothing else gets meanwhile.
    if (this.kind === 'sqlite') return this.db.connection().execute(work)
    return this.db.transaction().setIsolationLevel('repeatable read').execute(work)
  }

  /**
   * Fails when the database does not answer or takes no writes: the disk is full, or can only be read. In a
   * transaction of its own, since one that finds no room ends with all that is in it.
   */
  async ping(): Promise<void> {
    await this.db.transaction().execute(async (trx) => {
      await trx.insertInto('pulse').values({ filler: FILLER }).execute()
      await trx.deleteFrom('pulse').execute()
    })
  }

  /** When everything that was asked for has been written. */
  async close(): Promise<void> {
    await this.groups?.idle()
    await this.db.destroy()
  }
}
