import { Command } from 'commander'
import { version } from '../config/package-info.js'
import { settingsHelp } from '../config/settings-help.js'
import { accessCommand } from './access.command.js'
import { backupCommand } from './backup.command.js'
import { checkConfigCommand } from './check-config.command.js'
import { exportCommand } from './export.command.js'
import { importCommand } from './import.command.js'
import type { Output } from './output.js'
import { rateCommand } from './rate.command.js'
import { rebuildCommand } from './rebuild.command.js'
import { restoreCommand } from './restore.command.js'
import { settingsCommand } from './settings.command.js'
import { startCommand } from './start.command.js'

const HELP_HINT =
  '`ringside --help` lists every command and setting, `ringside COMMAND --help` the flags of one.'

/** The command line. Nothing here ends the process: failures are thrown, texts go to `output`. */
export function createProgram(output: Output): Command {
  const program = new Command('ringside')
    .description('An arena for large language models that anyone can host.')
    .version(version)
    .addHelpText('after', settingsHelp())
  program.addCommand(startCommand(output).addHelpText('after', `\n${HELP_HINT}`))
  program.addCommand(checkConfigCommand(output))
  program.addCommand(accessCommand(output))
  program.addCommand(rateCommand(output))
  program.addCommand(rebuildCommand(output))
  program.addCommand(exportCommand(output))
  program.addCommand(importCommand(output))
  program.addCommand(backupCommand(output))
  program.addCommand(restoreCommand(output))
  program.addCommand(settingsCommand(output, program), { hidden: true })
  const nested = program.commands.flatMap(({ commands }) => commands)
  for (const command of [program, ...program.commands, ...nested]) {
    command
      .exitOverride()
      .showHelpAfterError(HELP_HINT)
      .configureOutput({
        writeOut: (text) => output.out(text),
        writeErr: (text) => output.err(text),
      })
  }
  return program
}

/** `start` is what is meant where no command is named. */
export function withDefaultCommand(args: readonly string[]): string[] {
  const [first = '-'] = args
  const asksOnly = ['-h', '--help', '-V', '--version'].includes(first)
  return first.startsWith('-') && !asksOnly ? ['start', ...args] : [...args]
}
