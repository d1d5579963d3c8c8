import { Command } from 'commander'
import { settingsMarkdown } from '../config/settings-markdown.js'
import { commandsMarkdown } from './commands-markdown.js'
import type { Output } from './output.js'

/** For those who change a setting or a flag: `npx ringside settings > docs/settings.md`. */
export function settingsCommand({ out }: Output, program: Command): Command {
  return new Command('settings')
    .description('print docs/settings.md, made from the schemas and the commands')
    .action(() => out(`${settingsMarkdown()}\n${commandsMarkdown(program)}`))
}
