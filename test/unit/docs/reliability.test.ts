import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const document = readFileSync('docs/reliability.md', 'utf8')
const scripts = (
  JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
).scripts
const chaos = readFileSync('scripts/chaos.mjs', 'utf8')

const all = (pattern: RegExp) => [...document.matchAll(pattern)].map((found) => found[1] ?? '')
const from = (letter: string, last: number) =>
  Array.from({ length: last }, (_, index) => `${letter}${index + 1}`)

describe('the promises of reliability', () => {
  const rows = all(/^\| ([A-Z]\d+) +\|/gm)

  it('have each row once', () => {
    expect(rows.filter((row, at) => rows.indexOf(row) !== at)).toEqual([])
  })

  it('leave out no row of streams, providers and blindness', () => {
    const wanted = ['A1', 'A2', 'A3', 'A5', ...from('R', 13), ...from('P', 13)]
    expect(wanted.filter((row) => !rows.includes(row))).toEqual([])
  })

  it('name files that are there', () => {
    const files = all(/`((?:test|server)\/[^`]+\.\w+)`/g)
    expect(files.length).toBeGreaterThan(50)
    expect(files.filter((file) => !existsSync(file))).toEqual([])
  })

  it('name commands that are there', () => {
    const named = all(/`npm run ([\w:]+)/g)
    expect(named.filter((name) => !(name in scripts))).toEqual([])
    const trials = all(/`npm run chaos (?:')?([^'`]+)/g)
    expect(trials.length).toBeGreaterThan(5)
    expect(trials.filter((trial) => !chaos.includes(`what: '${trial}'`))).toEqual([])
  })
})
