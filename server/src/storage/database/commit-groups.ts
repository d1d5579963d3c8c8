import { sql, type Kysely, type Transaction } from 'kysely'
import type { Database } from './database.js'

type Trx = Transaction<Database>

interface Write {
  work(trx: Trx): Promise<unknown>
  resolve(value: unknown): void
  reject(error: unknown): void
}

/**
 * Writes that are asked for in the same turn of the event loop share one transaction of the file database. Each
 * of its commits keeps the whole process waiting for the disk: a slow disk makes the groups larger in place of
 * the line before it longer. Nobody hears of a write before it is on the disk, and one that fails takes none of
 * the others along.
 */
export class CommitGroups {
  private readonly waiting: Write[] = []
  private running: Promise<void> | undefined

  constructor(private readonly db: Kysely<Database>) {}

  add<T>(work: (trx: Trx) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({ work, resolve: resolve as Write['resolve'], reject })
      if (!this.running) this.begin()
    })
  }

  /** Resolves when no write waits any more. */
  async idle(): Promise<void> {
    while (this.running) await this.running
  }

  private begin(): void {
    this.running = new Promise((resolve) => {
      setImmediate(() => void this.run().then(resolve))
    })
  }

  private async run(): Promise<void> {
    let group: Write[] = []
    try {
      const ends = await this.db.transaction().execute(async (trx) => {
        // What came while a reader had the connection is of this group too.
        group = this.waiting.splice(0)
        const ends: End[] = []
        for (const write of group) ends.push(await apart(trx, write))
        return ends
      })
      for (const end of ends) end()
    } catch (error) {
      // The transaction could not begin, or nothing of it was kept.
      if (group.length === 0) group = this.waiting.splice(0)
      for (const { reject } of group) reject(error)
    }
    this.running = undefined
    if (this.waiting.length > 0) this.begin()
  }
}

type End = () => void

async function apart(trx: Trx, { work, resolve, reject }: Write): Promise<End> {
  await sql`savepoint apart`.execute(trx)
  try {
    const value = await work(trx)
    await sql`release apart`.execute(trx)
    return () => resolve(value)
  } catch (error) {
    await undo(trx).catch(() => {
      throw error
    })
    return () => reject(error)
  }
}

async function undo(trx: Trx): Promise<void> {
  await sql`rollback to apart`.execute(trx)
  await sql`release apart`.execute(trx)
}
