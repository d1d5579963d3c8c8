import { Command } from 'commander'
import { parseSettings } from '../config/parse-settings.js'
import { processEnvironment } from '../config/process-environment.js'
import { SystemClock } from '../config/system-clock.js'
import type { Clock } from '../domain/ports.js'
import type { Output } from './output.js'
import { sometimes } from './sometimes.js'

export function rebuildCommand({ out, err }: Output, clock: Clock = new SystemClock()): Command {
  return new Command('rebuild')
    .description(
      'make the counts of all leaderboards anew from the votes; the server must be stopped',
    )
    .option(
      '--labels',
      'give all battles their labels and languages by the rules of today too',
      false,
    )
    .option('--json', 'print the result as JSON')
    .action(async ({ labels, json }: { labels: boolean; json?: boolean }) => {
      const settings = parseSettings(processEnvironment(), {}, process.cwd())
      // Imported only here, so that the other commands need not load it.
      const { rebuildBoard } = await import('../app/rebuild-board.js')
      const report = await rebuildBoard(settings, { labels, tell: sometimes(clock, err) })
      if (json) return out(`${JSON.stringify(report)}\n`)
      out(`${count(report.votes)} votes of ${count(report.battles)} battles were counted.\n`)
      if (report.labels) {
        const { battles, changed, corrected, erased } = report.labels
        out(
          `${count(changed)} of ${count(battles)} battles have other labels now; ${count(corrected)} were corrected by an admin and ${count(erased)} have no text any more, and stay as they were.\n`,
        )
      }
    })
}

const count = (value: number): string => value.toLocaleString('en')
