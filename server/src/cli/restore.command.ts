import { Command } from 'commander'
import { resolve } from 'node:path'
import { parseSettings } from '../config/parse-settings.js'
import { processEnvironment } from '../config/process-environment.js'
import { SystemClock } from '../config/system-clock.js'
import type { Clock } from '../domain/ports.js'
import { teller } from './backup.command.js'
import type { Output } from './output.js'
import { count } from './rate-table.js'

export function restoreCommand({ out, err }: Output, clock: Clock = new SystemClock()): Command {
  return new Command('restore')
    .description(
      'put a backup in the place of what the arena has, after checking it, and keep what was there; the server must be stopped',
    )
    .argument('<backup>', 'a folder that `ringside backup` made, or the file of a database')
    .option('--json', 'print the result as JSON')
    .action(async (backup: string, { json }: { json?: boolean }) => {
      const settings = parseSettings(processEnvironment(), {}, process.cwd())
      // Imported only here, so that the other commands need not load it.
      const { restore } = await import('../app/backup/restore.js')
      const report = await restore(settings, resolve(backup), clock, teller(err, clock))
      if (json) return out(`${JSON.stringify(report)}\n`)
      const { before, pictures, missing } = report
      out(`${backup} was restored, with ${count(pictures)} pictures.\n`)
      if (missing > 0) out(`${count(missing)} pictures are missing; battles with them say so.\n`)
      if (before !== undefined) {
        out(
          `What was here before is in ${before}; \`ringside restore\` brings a database back from there.\n`,
        )
      }
    })
}
