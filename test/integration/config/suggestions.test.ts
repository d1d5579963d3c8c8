import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readSuggestions } from '#server/config/read-suggestions'
import type { Site } from '#shared/protocol/model'
import { ADMIN_TOKEN, adminOf } from '../../support/test-admin.js'
import { startArena } from '../../support/test-arena.js'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringside-suggestions-'))
  file = join(folder, 'suggestions.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

const put = (content: unknown) =>
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))

const faultsOf = async (content: unknown) => {
  put(content)
  const read = await readSuggestions(file)
  if (read.ok) return []
  return read.faults.map(({ path, message }) => `${path.replace(`${file}: `, '')}: ${message}`)
}

it('takes texts for everybody and texts by language, and an empty list', async () => {
  const good = [
    { name: 'Law', prompts: ['  What is a contract?  '] },
    { name: { en: 'Food', 'zh-CN': '饮食' }, prompts: [{ en: 'Soup', 'zh-CN': '汤' }, 'Tea'] },
  ]
  put(good)
  expect(await readSuggestions(file)).toEqual({
    ok: true,
    suggestions: [{ name: 'Law', prompts: ['What is a contract?'] }, good[1]],
    warnings: [],
  })
  put([])
  expect(await readSuggestions(file)).toMatchObject({ ok: true, suggestions: [] })
  expect(await readSuggestions(undefined)).toMatchObject({ ok: true, suggestions: undefined })
})

it('takes the example of the documentation', async () => {
  const [, example = ''] = /SUGGESTIONS_FILE[^]*?```json\n([^]*?)```/.exec(
    readFileSync('docs/configuration.md', 'utf8'),
  )!
  expect(await faultsOf(example)).toEqual([])
})

it('refuses a file with every fault of it, by path and without a value', async () => {
  const faults = await faultsOf([
    { name: '', prompts: ['fine', 7, { en: 'fine', deutsch2: 'x' }, { en: ' ' }, {}] },
    { name: 'Law', prompts: [], icon: 'x' },
    'Law',
    { name: 'x'.repeat(41), prompts: ['x'.repeat(2001)] },
  ])
  const form = 'expected a text, or an object with a text a language, such as {"en": "…"}'
  expect(faults).toEqual([
    '[0].name: expected a text of 1 to 40 characters',
    '[0].prompts[1]: expected a text of 1 to 2000 characters',
    '[0].prompts[2].deutsch2: expected a language, such as en or zh-CN',
    '[0].prompts[3].en: expected a text of 1 to 2000 characters',
    `[0].prompts[4]: ${form}`,
    '[1].prompts: expected a list of 1 to 12 prompts',
    '[1]: expected name and prompts, nothing else',
    '[2]: expected an object with name and prompts',
    '[3].name: expected a text of 1 to 40 characters',
    '[3].prompts[0]: expected a text of 1 to 2000 characters',
  ])
  expect(await faultsOf({})).toEqual([`${file}: expected a list of 0 to 12 categories`])
  expect(await faultsOf('[{"name": "Law", }]')).toEqual([
    'line 1, column 18: a comma before } is one too many',
  ])
  rmSync(file)
  const gone = await readSuggestions(file)
  expect(gone).toMatchObject({ ok: false, faults: [{ path: file }] })
})

it('reaches the pages, also when it is read again, and a broken one changes nothing', async () => {
  put([{ name: 'Law', prompts: ['What is a contract?'] }])
  const arena = await startArena({ env: { SUGGESTIONS_FILE: file, ADMIN_TOKEN } })
  const admin = adminOf(() => arena)
  const names = async () => {
    const site = (await (await fetch(`${arena.url}/api/site`)).json()) as Site
    return site.suggestions?.map(({ name }) => name)
  }
  expect(await names()).toEqual(['Law'])
  put([{ name: 'Food', prompts: ['Soup?'] }])
  expect((await admin('POST', 'reload')).status).toBe(200)
  expect(await names()).toEqual(['Food'])
  put([{ name: 'Food', prompts: [] }])
  const { status, body } = await admin('POST', 'reload')
  expect([status, body]).toMatchObject([
    422,
    { error: { faults: [{ path: `${file}: [0].prompts` }] } },
  ])
  expect(await names()).toEqual(['Food'])
  await arena.close()
})
