import type Sqlite from 'better-sqlite3'
import { Logger } from '@nestjs/common'
import {
  CompiledQuery,
  PostgresDialect,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Dialect,
  type SqliteDialectConfig,
} from 'kysely'
import type { Socket } from 'node:net'
import pg from 'pg'
import { withStatementCache } from './statement-cache.js'
import { SqliteDatabase } from './sqlite.js'

const logger = new Logger('Storage')

/** int8 arrives as text from `pg`; our integers are times and counts, far below 2^53. */
const INT8 = 20
pg.types.setTypeParser(INT8, Number)

/** Oldest engine without the WAL-reset corruption, https://sqlite.org/wal.html#walresetbug */
const SQLITE_FLOOR = [3, 51, 3]

/**
 * Opens the file with every commit on the disk before it is acknowledged. `synchronous` belongs to
 * the connection and a reopened WAL file falls back to NORMAL, so it is set here on each one.
 */
export function openSqlite(file: string): Sqlite.Database {
  const database = new SqliteDatabase(file)
  const version = database.prepare('select sqlite_version()').pluck().get() as string
  if (isOlder(version, SQLITE_FLOOR)) throw new Error(`SQLite ${version} is too old`)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  // What somebody deletes is overwritten, and not only taken out of the lists.
  database.pragma('secure_delete = ON')
  // Waiting for a lock keeps the whole process waiting; who must not fail tries again.
  database.pragma('busy_timeout = 250')
  // Its own knows the letters of ASCII alone, and Postgres those of every language.
  database.function('lower', { deterministic: true }, (value: unknown) =>
    typeof value === 'string' ? value.toLowerCase() : value,
  )
  return database
}

export const sqliteDialect = (file: string): Dialect => dialectOver(openSqlite(file))

export const dialectOver = (database: Sqlite.Database): Dialect => new FileDialect(database)

class FileDialect extends SqliteDialect {
  private readonly config: SqliteDialectConfig

  constructor(private readonly file: Sqlite.Database) {
    const config = { database: withStatementCache(file) }
    super(config)
    this.config = config
  }

  override createDriver(): SqliteDriver {
    return new FileDriver(this.config, this.file)
  }

  /** SQLite can change its schema within a transaction; asked by Kysely's own adapter, a killed migration left half of it. */
  override createAdapter(): SqliteAdapter {
    return new (class extends SqliteAdapter {
      override get supportsTransactionalDdl(): boolean {
        return true
      }
    })()
  }
}

/**
 * A transaction asks for the right to write as it begins. If it asked with its first write, each write of a group
 * would wait for another process by itself, and those after a read would be refused as soon as another process
 * had written in between.
 */
class FileDriver extends SqliteDriver {
  constructor(
    config: SqliteDialectConfig,
    private readonly file: Sqlite.Database,
  ) {
    super(config)
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  /** A disk that is full or fails ends the transaction by itself; what it said of that is what is to be heard. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.file.inTransaction) await super.rollbackTransaction(connection)
  }
}

/** In milliseconds: no connection takes so long where there is a server. */
const CONNECT_MS = 5_000
/** In milliseconds: a connection that is asked something and says nothing for so long is taken for dead. */
const QUIET_MS = 30_000

/** How many ask the server at once; the others wait for one of these connections. */
export const MOST_CONNECTIONS = 10

/** @param quietMs 0 waits for ever, as a change of the schema may have to */
export function postgresDialect(url: string, quietMs = QUIET_MS, connectMs = CONNECT_MS): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    keepAlive: true,
    // As an option of the pool it would bound the wait for a free connection too, and a full house is no failure.
    Client: class extends pg.Client {
      constructor(options?: pg.ClientConfig) {
        super({ ...options, connectionTimeoutMillis: connectMs })
      }
    },
  })
  // Ended as a whole: a query that was only given up would keep its connection from whoever gets it next.
  pool.on('connect', (client) => {
    // The query that it was in the middle of fails; unheard, the same error ends the process.
    client.on('error', () => undefined)
    const { stream } = (client as unknown as { connection: { stream: Socket } }).connection
    stream.setTimeout(quietMs, () => stream.destroy(new Error('the database went silent')))
  })
  // An idle connection that breaks is replaced at the next query; unheard, its error ends the process.
  pool.on('error', (error) => logger.warn(error.message))
  return new PostgresDialect({ pool })
}

function isOlder(version: string, floor: number[]): boolean {
  const parts = version.split('.').map(Number)
  for (const [index, least] of floor.entries()) {
    const part = parts[index] ?? 0
    if (part !== least) return part < least
  }
  return false
}
