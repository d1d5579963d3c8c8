import { sql } from 'kysely'
import { createServer, type AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { MOST_CONNECTIONS, postgresDialect } from '#server/storage/database/dialect'
import { KyselyDatabase } from '#server/storage/database/kysely-database'
import { newPostgresUrl } from '../../support/databases.js'

const [QUIET_MS, CONNECT_MS] = [30_000, 1_000]

const over = (url: string) =>
  new KyselyDatabase(postgresDialect(url, QUIET_MS, CONNECT_MS), 'postgres')

it('who comes when all connections are in use waits for one, for longer than a connect may take', async () => {
  const database = over(await newPostgresUrl())
  const seconds = (1.5 * CONNECT_MS) / 1_000
  const busy = Array.from({ length: MOST_CONNECTIONS }, () =>
    database.write((trx) => sql`select pg_sleep(${sql.lit(seconds)})`.execute(trx)),
  )
  const { rows } = await sql`select 1 as one`.execute(database.db)
  expect(rows).toEqual([{ one: 1 }])
  await Promise.all(busy)
  await database.close()
})

it('a server that takes the connection and says nothing is given up', async () => {
  const mute = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => mute.once('listening', resolve))
  const { port } = mute.address() as AddressInfo
  const database = over(`postgres://postgres:postgres@127.0.0.1:${port}/none`)
  await expect(sql`select 1`.execute(database.db)).rejects.toThrow()
  await database.close()
  mute.close()
})
