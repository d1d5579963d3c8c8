import { Command } from 'commander'
import { settingsMarkdown } from '../config/settings-markdown.js'
import type { Output } from './output.js'

/** For those who change a setting: `npx ringside settings > docs/settings.md`. */
export function settingsCommand({ out }: Output): Command {
  return new Command('settings')
    .description('print docs/settings.md, made from the schemas')
    .action(() => out(settingsMarkdown()))
}
