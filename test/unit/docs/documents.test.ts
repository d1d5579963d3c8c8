import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseEndpoints } from '#server/config/parse-endpoints'
import { SETTINGS } from '#server/config/env.schema'

const read = (file: string) => readFileSync(file, 'utf8')
const all = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((found) => found[1] ?? '')

const DOCUMENTS = [
  'README.md',
  'README.zh-CN.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  ...readdirSync('docs', { recursive: true })
    .map((file) => join('docs', String(file)))
    .filter((file) => file.endsWith('.md')),
]

describe.each(DOCUMENTS)('%s', (file) => {
  it('links only to what is there', () => {
    const links = all(read(file), /\]\((?!https?:)([^)#\s]+)/g)
    const missing = links.filter((link) => !existsSync(join(dirname(file), link)))
    expect(missing).toEqual([])
  })
})

describe('the architecture', () => {
  it('names files that are there', () => {
    const rows = `${read('docs/architecture.md')}\n${read('docs/where.md')}`
      .split('\n')
      .filter((line) => /^\| .*`.*\.ts`|migrations/.test(line))
    expect(rows.length).toBeGreaterThan(80)
    for (const row of rows) {
      let folder = ''
      for (const name of all(row, /`([^`]*(?:\.ts|\/))`/g)) {
        const path = name.includes('/') ? name : join(folder, name)
        folder = dirname(path)
        expect(existsSync(path), path).toBe(true)
      }
    }
  })

  const tree = read('docs/architecture.md').split('```')[1] ?? ''
  const folders = (under: string) =>
    readdirSync(under, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)

  it('names every folder of the pages', () => {
    const client = tree.slice(tree.indexOf('client/src/'), tree.indexOf('test/'))
    const missing = folders('client/src').filter((name) => !client.includes(`${name}/`))
    expect(missing).toEqual([])
    const unnamed = folders('client/src/components').filter((name) => !client.includes(name))
    expect(unnamed).toEqual([])
  })

  it('names every folder of the server and no other', () => {
    const server = tree.slice(tree.indexOf('server/src/'), tree.indexOf('client/src/'))
    const named = all(server, /(?:^|\s)([a-z]+)\/(?=\s)/g)
    const present = folders('server/src')
    expect(present.filter((name) => !named.includes(name))).toEqual([])
    const nested = present.flatMap((name) => folders(join('server/src', name)))
    expect(named.filter((name) => !present.includes(name) && !nested.includes(name))).toEqual([])
  })
})

describe('the list of dependencies', () => {
  it('has a line for each and for no other', () => {
    const { dependencies, optionalDependencies, devDependencies } = JSON.parse(
      read('package.json'),
    ) as Record<'dependencies' | 'optionalDependencies' | 'devDependencies', object>
    const cells = all(read('docs/dependencies.md'), /^\| (`.*?) +\|/gm)
    const listed = cells.flatMap((cell) => all(cell, /`([^`]+)`/g))
    const needed = [dependencies, optionalDependencies, devDependencies].flatMap(Object.keys)
    expect(listed.toSorted()).toEqual(needed.toSorted())
  })
})

describe.each(['README.md', 'README.zh-CN.md'])('the model file in %s', (file) => {
  it('is one that the arena takes without a warning', () => {
    const [example = ''] = all(read(file), /```json\n([\s\S]*?)```/g)
    const parsed = parseEndpoints(example, {
      OPENAI_API_KEY: 'a',
      ANTHROPIC_API_KEY: 'b',
      GOOGLE_API_KEY: 'c',
      MISTRAL_API_KEY: 'd',
    })
    expect(parsed).toMatchObject({ ok: true, warnings: [] })
    expect(parsed.ok && parsed.endpoints.every((model) => model.available)).toBe(true)
  })

  it('names only settings that exist, with their defaults', () => {
    const known = new Map(
      Object.values(SETTINGS).map(({ variable, fallback }) => [variable, fallback]),
    )
    // Its own words; the whole table below them is made from the schemas.
    const rows = read(file)
      .replace(/<details>[^]*?<\/details>/, '')
      .split('\n')
      .filter((line) => /^\| .*`[A-Z]+_?[A-Z_]*` *\|/.test(line))
    expect(rows.length).toBeGreaterThan(10)
    for (const row of rows) {
      const [, names = '', stated = ''] = row.split('|')
      const variable = all(names, /`([A-Z_]+)`/g)[0] ?? ''
      if (/PROXY$/.test(variable) && !known.has(variable)) continue
      expect(known.has(variable), variable).toBe(true)
      const [fallback] = all(stated, /`([^`]+)`/g)
      if (fallback) expect(fallback, variable).toBe(known.get(variable))
    }
  })
})

it('tells the same in both languages', () => {
  const shape = (file: string) =>
    read(file)
      .split('\n')
      .filter((line) => /^(?:#+ |```|\|)/.test(line))
      .map((line) => /^(?:#+|```\w*|\|)/.exec(line)?.[0])
  expect(shape('README.zh-CN.md')).toEqual(shape('README.md'))
})
