import { EntryFields } from './endpoints.schema.js'
import { OTHER_VARIABLES } from './env.schema.js'
import { table } from './markdown-table.js'
import { documentedSettings } from './settings-help.js'

/** docs/settings.md: every setting and every field of the model file, made from their schemas. */
export function settingsMarkdown(): string {
  return `# Settings

<!-- Made from the schemas by \`npx ringside settings\`; a test compares. -->

A flag wins over a variable, and an empty variable counts as unset. A file \`.env\` in the current
folder is read too; variables that are set already win over it. \`ringside check-config\` says what is
wrong without starting anything.

${table(['Variable', 'Flag', 'Default', 'Meaning'], settingRows())}

## Variables that are read elsewhere

${table(['Variable', 'Meaning'], otherRows())}

## The model file

A JSON object with an entry for each model; its name is the public name. \`\${NAME}\` in any text is
replaced by the variable of that name, and \`$\${\` stands for the two signs themselves. A model that
needs an unset variable is listed as unavailable, and the others run. An unknown field is a warning;
anything wrong refuses the whole file, with every fault and its path. The file is read again when it
was saved, at \`POST /api/admin/reload\`, and on SIGHUP where no terminal is attached.

Every field may be absent; a name that begins like those of a known provider tells the \`api_type\`.

${table(['Field', 'Meaning'], fieldRows())}

A server of your own that speaks OpenAI's format needs no key. If \`OPENAI_API_KEY\` is set, it is sent
there too, unless the entry has an \`api_key\` of its own, such as \`none\`.

## Exit codes

${table(['Code', 'Meaning'], EXIT_ROWS)}
`
}

const EXIT_ROWS = [
  ['0', 'Ended as asked.'],
  ['1', 'Could not run: the port is taken, the data folder is in use or cannot be written.'],
  [
    '64',
    'The command itself is wrong: an unknown flag, an unknown command, a wrong value of a flag.',
  ],
  ['78', 'The configuration is wrong: a variable, the model file, a database of a newer version.'],
]

const code = (text: string): string => `\`${text}\``

const settingRows = (): string[][] =>
  documentedSettings().map(({ names: [variable = '', flag], fallback, about }) => [
    code(variable),
    flag ? code(flag) : '',
    fallback ? code(fallback) : 'unset',
    about,
  ])

const otherRows = (): string[][] =>
  OTHER_VARIABLES.map(({ variable, about }) => [variable.replace(/[A-Z_]{3,}/g, code), about])

const fieldRows = (): string[][] =>
  Object.entries(EntryFields).map(([name, field]) => [code(name), field.description ?? ''])
