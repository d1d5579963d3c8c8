import { sql } from 'kysely'
import type { KyselyDatabase, Trx } from './kysely-database.js'

/** What a name is of, so that equal names of two kinds do not wait for each other. */
const KINDS = { voter: 0, address: 1 } as const

/**
 * Until its transaction ends, no other one that locks the same name goes on: also where there is no row yet that
 * could be locked. The file database has one writer at a time anyway.
 */
export async function lockName(
  { kind: dialect }: KyselyDatabase,
  trx: Trx,
  kind: keyof typeof KINDS,
  name: string,
): Promise<void> {
  if (dialect === 'sqlite') return
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, ${KINDS[kind]}))`.execute(trx)
}
