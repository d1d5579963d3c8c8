import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import type { AuditTrail } from '#server/admin/audit-trail'
import { BackupService } from '#server/admin/backup.service'
import type { Settings } from '#server/config/settings'
import { DatabaseBackup } from '#server/storage/database/database-backup'
import { sqliteDialect } from '#server/storage/database/dialect'
import { KyselyDatabase } from '#server/storage/database/kysely-database'
import { LogShedder } from '#server/storage/database/log-shedder'
import { ManualClock } from '../../support/manual-clock.js'

/** Of a database of two megabytes, which is copied in several steps. */
async function someBackups() {
  const dataDir = mkdtempSync(join(tmpdir(), 'ringside-backups-'))
  const file = join(dataDir, 'ringside.sqlite')
  const database = new KyselyDatabase(sqliteDialect(file), 'sqlite', file)
  onTestFinished(() => database.close())
  await sql`create table notes (body blob)`.execute(database.db)
  await sql`insert into notes values (zeroblob(2000000))`.execute(database.db)
  const clock = new ManualClock()
  const acts: unknown[] = []
  const trail = {
    async write(act: unknown) {
      acts.push(act)
      await new Promise(setImmediate)
      clock.advance(1_000)
    },
  }
  const service = new BackupService(
    { dataDir } as Settings,
    new DatabaseBackup(database, new LogShedder(database, new ManualClock())),
    trail as unknown as AuditTrail,
    clock,
  )
  const files = () => readdirSync(join(dataDir, 'backups'))
  return { service, acts, files }
}

it('whoever asks for a backup in the moment in which another one begins gets that one', async () => {
  const { service, acts, files } = await someBackups()
  const [first, second] = [service.begin(), service.begin()]
  expect(first.running).toBeDefined()
  expect(second.running).toBeDefined()
  await expect.poll(() => service.state().running).toBeUndefined()
  expect(acts).toEqual([{ action: 'backup_made', subject: files()[0] }])
  expect(files()).toHaveLength(1)
  expect(service.state().failure).toBeUndefined()
})

it('an arena that stops breaks a backup off, and leaves no half of one', async () => {
  const { service, acts, files } = await someBackups()
  service.begin()
  await service.beforeApplicationShutdown()
  expect(service.state().running).toBeUndefined()
  expect(files()).toEqual([])
  expect(acts).toEqual([])
})
