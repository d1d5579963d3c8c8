import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common'
import { Clock } from '../../domain/ports.js'
import { KyselyDatabase } from './kysely-database.js'
import { SqliteDatabase } from './sqlite.js'

const EVERY_MS = 3_600_000
/** By then another program's backup may be done. */
const AGAIN_MS = 60_000

/**
 * What was deleted leaves the log of the file database as it has left the file: until then it could be read there.
 * Who deletes asks for it; what was overwritten in other ways, such as a title or a comment, is out within the hour.
 */
@Injectable()
export class LogShedder implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Storage')
  private cancelNext: (() => void) | undefined
  private cancelAgain: (() => void) | undefined
  private stopped = false
  private shedding: Promise<void> = Promise.resolve()

  constructor(
    private readonly database: KyselyDatabase,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.cancelNext = this.clock.after(EVERY_MS, () => {
      this.onApplicationBootstrap()
      void this.shed()
    })
  }

  /** What is still in the log then goes with it, when the database closes. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true
    this.cancelNext?.()
    this.cancelAgain?.()
    await this.shedding
  }

  /**
   * Never fails, since what was deleted is deleted. Where a reader is in the way, such as a backup, nobody waits
   * for it: it is tried again until it succeeds.
   */
  shed(): Promise<void> {
    this.shedding = this.shedding.then(() => this.tryNow())
    return this.shedding
  }

  private async tryNow(): Promise<void> {
    const { file } = this.database
    if (this.stopped || file === undefined) return
    this.cancelAgain?.()
    this.cancelAgain = undefined
    try {
      // While no transaction of our own is in the way.
      if (await this.database.read(() => Promise.resolve(emptyLog(file)))) return
    } catch (error) {
      this.logger.error(error)
    }
    if (!this.stopped) this.cancelAgain = this.clock.after(AGAIN_MS, () => void this.shed())
  }
}

/** @returns false where somebody still reads what is in it; over a connection of its own, which waits for nobody */
function emptyLog(file: string): boolean {
  const sqlite = new SqliteDatabase(file, { timeout: 0 })
  try {
    sqlite.pragma('synchronous = FULL')
    return sqlite.pragma('wal_checkpoint(truncate)', { simple: true }) === 0
  } finally {
    sqlite.close()
  }
}
