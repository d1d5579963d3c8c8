import { SqliteAdapter, sql, type Kysely } from 'kysely'

/**
 * The record of what admins did, which was about votes alone so far. From here on the database itself refuses to
 * change or remove a row of it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('voteAudit').renameTo('adminAudit').execute()
  await (isSqlite(db) ? lockOnSqlite(db) : lockOnPostgres(db))

  await db.schema
    .createIndex('conversationsCreated')
    .on('conversations')
    .columns(['createdAt', 'id'])
    .execute()
  await db.schema.createIndex('votesCast').on('votes').columns(['castAt', 'id']).execute()
}

const isSqlite = (db: Kysely<unknown>): boolean => db.getExecutor().adapter instanceof SqliteAdapter

async function lockOnSqlite(db: Kysely<unknown>): Promise<void> {
  for (const change of ['update', 'delete']) {
    await sql`create trigger ${sql.id(`adminAuditNo_${change}`)} before ${sql.raw(change)} on "adminAudit"
      begin select raise(abort, 'the record of admins is only added to'); end`.execute(db)
  }
}

async function lockOnPostgres(db: Kysely<unknown>): Promise<void> {
  await sql`create function "adminAuditRefuse"() returns trigger language plpgsql as
    $$ begin raise exception 'the record of admins is only added to'; end $$`.execute(db)
  await sql`create trigger "adminAuditNoChange" before update or delete or truncate on "adminAudit"
    for each statement execute function "adminAuditRefuse"()`.execute(db)
}
