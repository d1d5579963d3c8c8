import { Migrator, type Migration } from 'kysely'
import { EXIT_CODES, StartupError } from '../../config/startup-error.js'
import { damage, NEWER } from './database-faults.js'
import type { KyselyDatabase } from './kysely-database.js'
import * as arena from './migrations/0001-arena.js'
import * as earlyVotes from './migrations/0002-early-votes.js'
import * as battles from './migrations/0005-battles.js'
import * as boards from './migrations/0006-boards.js'
import * as images from './migrations/0007-images.js'
import * as rooms from './migrations/0008-rooms.js'
import * as snapshots from './migrations/0010-snapshots.js'
import * as admin from './migrations/0012-admin.js'
import * as overrides from './migrations/0013-overrides.js'
import * as accessCodes from './migrations/0014-access-codes.js'
import * as spending from './migrations/0015-spending.js'
import * as firstShown from './migrations/0016-first-shown.js'
import * as pinned from './migrations/0017-pinned.js'
import * as consents from './migrations/0018-consents.js'
import * as voteCaps from './migrations/0020-vote-caps.js'
import * as scoreSettings from './migrations/0021-score-settings.js'
import * as voteKeys from './migrations/0022-vote-keys.js'
import * as ownReasons from './migrations/0023-own-reasons.js'
import * as pulse from './migrations/0024-pulse.js'
import * as reasked from './migrations/0025-reasked.js'
import * as commandsAsked from './migrations/0026-commands-asked.js'

const MIGRATIONS: Record<string, Migration> = {
  '0001-arena': arena,
  '0002-early-votes': earlyVotes,
  '0005-battles': battles,
  '0006-boards': boards,
  '0007-images': images,
  '0008-rooms': rooms,
  '0010-snapshots': snapshots,
  '0012-admin': admin,
  '0013-overrides': overrides,
  '0014-access-codes': accessCodes,
  '0015-spending': spending,
  '0016-first-shown': firstShown,
  '0017-pinned': pinned,
  '0018-consents': consents,
  '0020-vote-caps': voteCaps,
  '0021-score-settings': scoreSettings,
  '0022-vote-keys': voteKeys,
  '0023-own-reasons': ownReasons,
  '0024-pulse': pulse,
  '0025-reasked': reasked,
  '0026-commands-asked': commandsAsked,
}

/** What is read as no name of a migration was never written as one. */
const NAME = /^\d{4}-[a-z][a-z0-9-]*$/

/** @returns what names that are not ours tell of the database in which they stand as applied */
export function originOf(applied: readonly string[]): 'ours' | 'newer' | 'damaged' {
  const unknown = applied.filter((name) => !Object.hasOwn(MIGRATIONS, name))
  if (unknown.length === 0) return 'ours'
  return unknown.every((name) => NAME.test(name)) ? 'newer' : 'damaged'
}

/**
 * Brings the schema up to date. Kysely runs all pending migrations in one transaction under a lock,
 * so an interrupted one leaves nothing behind and two processes cannot run the same one.
 * @throws StartupError when the database was written by a newer Ringside
 */
export async function migrate(database: KyselyDatabase): Promise<void> {
  const migrator = new Migrator({
    db: database.db,
    provider: { getMigrations: () => Promise.resolve(MIGRATIONS) },
  })
  await refuseNewer(database)
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

async function refuseNewer({ db }: KyselyDatabase): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === 'kysely_migration')) return
  const applied = await db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute()
  const origin = originOf(applied.map(({ name }) => name))
  if (origin === 'newer') throw new StartupError(NEWER, EXIT_CODES.configuration)
  if (origin === 'damaged') throw damage('a migration has no name that one could have')
}
