import pg from 'pg'
import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { postgresDialect, sqliteDialect } from '#server/storage/database/dialect'
import { KyselyDatabase } from '#server/storage/database/kysely-database'
import { migrate } from '#server/storage/database/migrator'

export const DIALECTS = ['sqlite', 'postgres'] as const
export type DialectName = (typeof DIALECTS)[number]

/** The address of a new, empty Postgres database. */
export async function newPostgresUrl(): Promise<string> {
  const server = `postgres://postgres:postgres@127.0.0.1:${inject('postgresPort')}`
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: `${server}/postgres` })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return `${server}/${name}`
}

/** A new, empty database with the newest schema. */
export async function newDatabase(name: DialectName): Promise<KyselyDatabase> {
  const dialect =
    name === 'sqlite' ? sqliteDialect(':memory:') : postgresDialect(await newPostgresUrl())
  const database = new KyselyDatabase(dialect, name)
  await migrate(database)
  return database
}
