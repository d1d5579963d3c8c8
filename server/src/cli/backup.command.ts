import { Command } from 'commander'
import { resolve } from 'node:path'
import { parseSettings } from '../config/parse-settings.js'
import { processEnvironment } from '../config/process-environment.js'
import { SystemClock } from '../config/system-clock.js'
import type { Clock } from '../domain/ports.js'
import type { Output } from './output.js'
import { count } from './rate-table.js'
import { sometimes } from './sometimes.js'

export function backupCommand({ out, err }: Output, clock: Clock = new SystemClock()): Command {
  return new Command('backup')
    .description(
      'copy the database, the pictures and the key of the sessions into a new folder, also while the arena runs',
    )
    .argument(
      '[folder]',
      'where to; without it, a folder named by the time in `backups` of DATA_DIR',
    )
    .option('--json', 'print the result as JSON')
    .action(async (folder: string | undefined, { json }: { json?: boolean }) => {
      const settings = parseSettings(processEnvironment(), {}, process.cwd())
      // Imported only here, so that the other commands need not load it.
      const { backUp } = await import('../app/backup/back-up.js')
      const asked = folder === undefined ? undefined : resolve(folder)
      const report = await backUp(settings, asked, clock, teller(err, clock))
      if (json) return out(`${JSON.stringify(report)}\n`)
      const { folder: target, pictures, gone, databaseBytes } = report
      const size = `${(databaseBytes / 1e6).toFixed(1)} MB`
      out(`${target}: the database (${size}) and ${count(pictures)} pictures.\n`)
      if (gone > 0) out(`${count(gone)} pictures have no file any more.\n`)
      out(
        `\`ringside restore ${target}\` brings it back. It holds what people wrote: keep it safe.\n`,
      )
    })
}

export const teller = (err: Output['err'], clock: Clock) => ({
  step: (line: string) => err(`${line}\n`),
  sometimes: sometimes(clock, err),
})
