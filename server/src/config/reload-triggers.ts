import { unwatchFile, watchFile } from 'node:fs'
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common'
import { Clock } from '../domain/ports.js'
import { ModelCatalog } from './model-catalog.js'
import { Settings } from './settings.js'
import { describeFinding } from './startup-error.js'
import { hasTerminal } from './terminal.js'

/** How often the file is looked at. Looking sees what notifications miss: renames, links, network disks. */
const LOOK_EVERY_MS = 500

/** An editor may write a file in several steps. */
const SETTLE_MS = 200

/** Reloads the model file when it was saved, and on SIGHUP where no terminal is attached. */
@Injectable()
export class ReloadTriggers implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Models')
  private cancel = (): void => {}

  constructor(
    private readonly settings: Settings,
    private readonly catalog: ModelCatalog,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    const look = { interval: LOOK_EVERY_MS, persistent: false }
    watchFile(this.settings.endpointFile, look, this.saved)
    if (!hasTerminal()) process.on('SIGHUP', this.reload)
  }

  onModuleDestroy(): void {
    unwatchFile(this.settings.endpointFile, this.saved)
    process.off('SIGHUP', this.reload)
    this.cancel()
  }

  private readonly saved = (): void => {
    this.cancel()
    this.cancel = this.clock.after(SETTLE_MS, this.reload)
  }

  private readonly reload = async (): Promise<void> => {
    const report = await this.catalog.reload()
    if (report.ok) {
      const { added, removed, changed, warnings } = report
      this.log.log(`Models reloaded: ${describe({ added, removed, changed })}`)
      warnings.forEach((warning) => this.log.warn(describeFinding(warning).trim()))
    } else {
      const lines = report.faults.map(describeFinding)
      this.log.error(
        ['The model file was not taken; the former one is in use.', ...lines].join('\n'),
      )
    }
  }
}

function describe(changes: Record<string, string[]>): string {
  const parts = Object.entries(changes).filter(([, names]) => names.length > 0)
  return parts.map(([what, names]) => `${what} ${names.join(', ')}`).join('; ') || 'no change'
}
