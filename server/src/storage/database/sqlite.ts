import type Sqlite from 'better-sqlite3'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** From here on there is a driver that is built on Node's stable interface. */
const NAPI_MAJOR = 22
const major = Number(process.versions.node.split('.')[0])

/**
 * better-sqlite3, the same interface in two builds: 13 wants Node 22 and crashes below; 12 aborts the process
 * on Node 24.19 and later, whenever a statement is collected while no script runs. An import of the one that
 * is not meant for this Node would be enough for that, so it is chosen here and imported nowhere else.
 */
export const SqliteDatabase = require(
  major >= NAPI_MAJOR ? 'better-sqlite3-napi' : 'better-sqlite3',
) as typeof Sqlite
