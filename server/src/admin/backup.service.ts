import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Backups } from '#shared/protocol/admin'
import { ensureFolder } from '../config/ensure-folder.js'
import { Settings } from '../config/settings.js'
import { AppError } from '../domain/app-error.js'
import { Clock } from '../domain/ports.js'
import { clearKilledRestores } from '../session/session-secret.js'
import { DatabaseBackup } from '../storage/database/database-backup.js'
import { clearKilledBackups, clearKilledCopies } from '../storage/database/unfinished-backups.js'
import { AuditTrail } from './audit-trail.js'

const NAME = /^ringside-[\dTZ.-]+\.sqlite$/

/** Copies of the database in the data folder, one at a time. */
@Injectable()
export class BackupService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Backup')
  private readonly dataDir: string
  private readonly folder: string
  private running: { done: number; over: Promise<void> } | undefined
  private failure: string | undefined
  private readonly stop = new AbortController()

  constructor(
    { dataDir }: Settings,
    private readonly backup: DatabaseBackup,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {
    this.dataDir = dataDir
    this.folder = join(dataDir, 'backups')
  }

  /** What a process before this one was killed in the middle of would be there for ever. */
  onApplicationBootstrap(): void {
    if (this.backup.supported) clearKilledRestores(this.dataDir)
    clearKilledCopies(this.folder)
    clearKilledBackups(this.folder)
  }

  /** One of any size would hold up the stop; the next start can make it anew. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort()
    await this.running?.over
  }

  state(): Backups {
    return {
      supported: this.backup.supported,
      ...(this.running && { running: { done: this.running.done } }),
      ...(this.failure !== undefined && { failure: this.failure }),
      files: this.files(),
    }
  }

  /** Begins one; one that runs already is gone on with. */
  begin(): Backups {
    if (!this.backup.supported) {
      throw new AppError(
        'not_supported',
        'This arena keeps its data in Postgres: back it up there, for example with pg_dump.',
      )
    }
    if (!this.running) {
      const name = `ringside-${new Date(this.clock.now()).toISOString().replaceAll(':', '-')}.sqlite`
      // Before anything is waited for, or who asks meanwhile would begin another.
      this.running = { done: 0, over: this.make(name) }
    }
    return this.state()
  }

  private async make(name: string): Promise<void> {
    this.failure = undefined
    try {
      ensureFolder(this.folder)
      await this.backup.make(join(this.folder, name), (done) => {
        this.stop.signal.throwIfAborted()
        if (this.running) this.running.done = done
      })
      // Written down when there is one.
      await this.trail.write({ action: 'backup_made', subject: name })
    } catch (error) {
      if (this.stop.signal.aborted)
        return this.logger.warn('The arena stops: the backup was broken off.')
      this.logger.error(error)
      this.failure = codeOf(error)
    } finally {
      this.running = undefined
    }
  }

  private files(): Backups['files'] {
    return listOf(this.folder)
      .filter((name) => NAME.test(name))
      .map((name) => {
        const { size, mtimeMs } = statSync(join(this.folder, name))
        return { name, bytes: size, at: Math.round(mtimeMs) }
      })
      .sort((x, y) => y.at - x.at)
  }
}

/** A folder that is not there yet is empty. */
function listOf(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** `ENOSPC`, `SQLITE_FULL`: what the system calls it, and no path. */
const codeOf = (error: unknown): string => String((error as { code?: unknown }).code ?? 'unknown')
