import type { Command, Option } from 'commander'
import { table } from '../config/markdown-table.js'

/** The commands and all their flags for docs/settings.md; those of the start are settings and stand there. */
export function commandsMarkdown(program: Command): string {
  const rows = program
    .createHelp()
    .visibleCommands(program)
    .filter((command) => !['start', 'help'].includes(command.name()))
    .flatMap(rowsOf)
  return `## Commands

\`npx ringside COMMAND --help\` tells the same.

${table(['Command', 'Flag', 'Meaning'], rows)}
`
}

function rowsOf(command: Command): string[][] {
  const { commands } = command
  if (commands.length > 0) return commands.flatMap(rowsOf)
  const name = `\`${nameOf(command)}\``
  const flags = command.options.map((option) => [name, `\`${option.flags}\``, meaning(option)])
  return [[name, '', sentence(command.description())], ...flags]
}

/** As it is typed, without `ringside`: `import battles <file>`. */
function nameOf(command: Command): string {
  const { parent, registeredArguments: given } = command
  const before = parent?.parent ? [parent.name()] : []
  const after = given.map((one) => (one.required ? `<${one.name()}>` : `[${one.name()}]`))
  return [...before, command.name(), ...after].join(' ')
}

function meaning({ description, argChoices = [], defaultValue }: Option): string {
  const choices = argChoices.length > 0 ? `: ${argChoices.join(', ')}` : ''
  const told = ['string', 'number'].includes(typeof defaultValue) && defaultValue !== ''
  return sentence(description + choices) + (told ? ` Default: \`${String(defaultValue)}\`.` : '')
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
