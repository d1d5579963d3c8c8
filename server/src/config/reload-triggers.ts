import { unwatchFile, watchFile } from 'node:fs'
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common'
import { Clock } from '../domain/ports.js'
import { Configuration } from './configuration.js'
import { Settings } from './settings.js'
import { SiteContent } from './site-content.js'
import { describeFinding } from './startup-error.js'
import { hasTerminal } from './terminal.js'

/** How often the file is looked at. Looking sees what notifications miss: renames, links, network disks. */
const LOOK_EVERY_MS = 500

/** An editor may write a file in several steps. */
const SETTLE_MS = 200

/** Reloads the configuration when a file of it was saved, and on SIGHUP where no terminal is attached. */
@Injectable()
export class ReloadTriggers implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Models')
  private cancel = (): void => {}
  private readonly watched = new Set<string>()

  constructor(
    private readonly settings: Settings,
    private readonly configuration: Configuration,
    private readonly content: SiteContent,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.watchFiles()
    if (!hasTerminal()) process.on('SIGHUP', this.reload)
  }

  onModuleDestroy(): void {
    for (const file of this.watched) unwatchFile(file, this.saved)
    process.off('SIGHUP', this.reload)
    this.cancel()
  }

  private watchFiles(): void {
    const look = { interval: LOOK_EVERY_MS, persistent: false }
    for (const file of [this.settings.endpointFile, ...this.content.files]) {
      if (this.watched.has(file)) continue
      this.watched.add(file)
      watchFile(file, look, this.saved)
    }
  }

  private readonly saved = (): void => {
    this.cancel()
    this.cancel = this.clock.after(SETTLE_MS, this.reload)
  }

  private readonly reload = async (): Promise<void> => {
    const report = await this.configuration.reload()
    this.watchFiles()
    if (report.ok) {
      const { added, removed, changed, warnings } = report
      this.log.log(`Models reloaded: ${describe({ added, removed, changed })}`)
      warnings.forEach((warning) => this.log.warn(describeFinding(warning).trim()))
    } else {
      const lines = report.faults.map(describeFinding)
      this.log.error(
        ['The configuration was not taken; the former one is in use.', ...lines].join('\n'),
      )
    }
  }
}

function describe(changes: Record<string, string[]>): string {
  const parts = Object.entries(changes).filter(([, names]) => names.length > 0)
  return parts.map(([what, names]) => `${what} ${names.join(', ')}`).join('; ') || 'no change'
}
