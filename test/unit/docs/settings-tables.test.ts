import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { commandsMarkdown } from '#server/cli/commands-markdown'
import { createProgram } from '#server/cli/program'
import { settingsMarkdown } from '#server/config/settings-markdown'

const nowhere = { out: () => undefined, err: () => undefined }
const settings = settingsMarkdown()
const commands = commandsMarkdown(createProgram(nowhere))

const firstTable = (text: string): string => /^\|.*(?:\n\|.*)*/m.exec(text)?.[0] ?? 'no table'

const rowsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))

it('docs/settings.md is what `node bin/ringside.mjs settings > docs/settings.md` makes', () => {
  expect(readFileSync('docs/settings.md', 'utf8')).toBe(`${settings}\n${commands}`)
})

describe.each([
  ['settings', firstTable(settings)],
  ['commands', firstTable(commands)],
])('the table of all %s', (_name, table) => {
  it('is in the README', () => {
    expect(readFileSync('README.md', 'utf8')).toContain(table)
  })

  it('is in the Chinese README, with the same facts and Chinese meanings', () => {
    const facts = (row: string[]) => row.slice(0, -2).join('|')
    const chinese = rowsOf(readFileSync('README.zh-CN.md', 'utf8'))
    const wanted = rowsOf(table).map(facts)
    const told = chinese.filter((row) => wanted.includes(facts(row)))
    expect(told.map(facts)).toEqual(wanted)
    for (const row of told) expect(row.at(-2)).toMatch(/\p{Script=Han}/u)
  })
})
