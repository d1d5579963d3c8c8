import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ModelCatalog } from '#server/config/model-catalog'
import { parseSettings, type Environment } from '#server/config/parse-settings'
import { StartupError } from '#server/config/startup-error'

let folder: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringside-catalog-'))
  file = join(folder, 'api_endpoint.json')
})

afterEach(() => rm(folder, { recursive: true }))

const write = (models: object) => writeFile(file, JSON.stringify(models))

const open = (env: Environment = {}) =>
  ModelCatalog.open(parseSettings(env, {}, folder), { OPENAI_API_KEY: 'k', ...env })

const names = (models: readonly { name: string }[]) => models.map(({ name }) => name)

async function refusal(env: Environment = {}): Promise<StartupError> {
  const error: unknown = await open(env).catch((reason: unknown) => reason)
  if (!(error instanceof StartupError)) throw new Error('the file was taken')
  return error
}

describe('at start', () => {
  it('the models of the file are found by name and by version', async () => {
    await write({ 'gpt-a': {}, 'gpt-b': { weight: 0 }, 'claude-c': {} })
    const catalog = await open()
    expect(names(catalog.all())).toEqual(['gpt-a', 'gpt-b', 'claude-c'])
    const found = catalog.find('gpt-b')
    expect(found?.weight).toBe(0)
    expect(catalog.byVersion(found?.versionId ?? '')).toBe(found)
    expect(catalog.find('gpt-z')).toBeUndefined()
    expect(catalog.byVersion('gpt-b')).toBeUndefined()
  })

  it('a model that the daily budget does not count is warned of, at a reload too', async () => {
    const priced = { input_price: 1, output_price: 1, currency: 'eur' }
    await write({ 'gpt-a': {}, 'gpt-b': priced })
    const catalog = await open({ BUDGET_PER_DAY: '5 EUR' })
    expect(catalog.warnings.map(({ path }) => path)).toEqual(['gpt-a.input_price'])
    await write({ 'gpt-b': priced, 'gpt-c': { ...priced, currency: 'USD' } })
    expect(await catalog.reload()).toMatchObject({ warnings: [{ path: 'gpt-c.currency' }] })
  })

  it('a file with faults is refused with all of them', async () => {
    await write({ 'gpt-a': { weight: -1 }, llama: {} })
    const error = await refusal()
    expect(error.exitCode).toBe(78)
    expect(error.message).toContain(file)
    expect(names(error.faults.map(({ path }) => ({ name: path })))).toEqual([
      'gpt-a.weight',
      'llama.api_type',
    ])
  })

  it('a missing file is refused with its name and the flag', async () => {
    const error = await refusal()
    expect(error.exitCode).toBe(78)
    expect(error.message).toContain(`${file}: there is no such file`)
    expect(error.message).toContain('--register-api-endpoint-file')
  })

  it('a folder is refused', async () => {
    expect((await refusal({ API_ENDPOINT_FILE: folder })).message).toContain('a folder, not a file')
  })

  it.skipIf(process.getuid?.() === 0)('a file that may not be read is refused', async () => {
    await write({})
    await chmod(file, 0)
    expect((await refusal()).message).toContain('may not read this file')
  })
})

describe('the pool of battles', () => {
  const pool = async (models: object, env: Environment = {}) => {
    await write(models)
    const catalog = await open(env)
    return { pool: names(catalog.battlePool()), demo: catalog.demo, demoOnly: catalog.demoOnly }
  }

  it('holds what is available, drawn, not retired and takes text', async () => {
    const models = {
      'gpt-a': {},
      'gpt-hidden': { anony_only: true },
      'gpt-undrawn': { weight: 0 },
      'gpt-retired': { deprecated: true },
      'gpt-eyes': { 'text-arena': false, 'vision-arena': true },
      'claude-without-key': {},
    }
    expect(await pool(models)).toEqual({
      pool: ['gpt-a', 'gpt-hidden'],
      demo: false,
      demoOnly: false,
    })
  })

  it('is all demo models where no other is usable', async () => {
    const result = await pool({ 'claude-without-key': {} })
    expect(result).toMatchObject({ demo: true, demoOnly: true })
    expect(result.pool.every((name) => name.startsWith('demo-'))).toBe(true)
    expect(result.pool.length).toBeGreaterThanOrEqual(6)
  })

  it('never mixes demo models with others', async () => {
    expect(await pool({ 'gpt-a': {}, 'gpt-b': {} }, { DEMO: 'on' })).toEqual({
      pool: ['gpt-a', 'gpt-b'],
      demo: true,
      demoOnly: false,
    })
  })

  it('is all demo models where they are on and one other alone can be drawn', async () => {
    const { pool: drawn, demoOnly } = await pool(
      { 'gpt-a': {}, 'gpt-b': { weight: 0 } },
      { DEMO: 'on' },
    )
    expect(drawn.length).toBeGreaterThanOrEqual(6)
    expect(drawn).not.toContain('gpt-a')
    expect(demoOnly).toBe(false)
  })

  it('is empty without usable models and with demo models off', async () => {
    expect(await pool({}, { DEMO: 'off' })).toEqual({ pool: [], demo: false, demoOnly: false })
  })
})

describe('a reload', () => {
  it('takes the new file, tells what changed, and tells its listeners', async () => {
    await write({ 'gpt-a': {}, 'gpt-b': {} })
    const catalog = await open()
    let seen: string[] = []
    const stop = catalog.onChange(() => (seen = names(catalog.all())))

    await write({ 'gpt-b': { weight: 2, colour: 1 }, 'gpt-c': {} })
    expect(await catalog.reload()).toEqual({
      ok: true,
      added: ['gpt-c'],
      removed: ['gpt-a'],
      changed: ['gpt-b'],
      warnings: [{ path: 'gpt-b.colour', message: 'unknown field, ignored' }],
    })
    expect(seen).toEqual(['gpt-b', 'gpt-c'])
    expect(catalog.warnings).toHaveLength(1)

    stop()
    await write({})
    await catalog.reload()
    expect(seen).toEqual(['gpt-b', 'gpt-c'])
  })

  it('without a change tells nobody', async () => {
    await write({ 'gpt-a': {} })
    const catalog = await open()
    catalog.onChange(() => expect.unreachable())
    expect(await catalog.reload()).toEqual({
      ok: true,
      added: [],
      removed: [],
      changed: [],
      warnings: [],
    })
  })

  it.each([
    ['with a fault', () => write({ 'gpt-b': { weight: 'heavy' } }), 'gpt-b.weight'],
    ['cut in the middle', () => writeFile(file, '{"gpt-b": {'), 'line 1, column 12'],
    ['that is gone', () => rm(file), ''],
  ])('of a file %s changes nothing', async (_, spoil, path) => {
    await write({ 'gpt-a': {} })
    const catalog = await open()
    catalog.onChange(() => expect.unreachable())
    const before = catalog.all()
    await spoil()
    const report = await catalog.reload()
    expect(report).toMatchObject({ ok: false, faults: [{ path: path || file }] })
    expect(catalog.all()).toBe(before)
  })

  it('leaves a model in use as it was', async () => {
    await write({ 'gpt-a': { model_name: 'first' } })
    const catalog = await open()
    const inUse = catalog.find('gpt-a')
    await write({ 'gpt-a': { model_name: 'second' } })
    await catalog.reload()
    expect(inUse?.modelName).toBe('first')
    expect(catalog.find('gpt-a')?.modelName).toBe('second')
    expect(catalog.byVersion(inUse?.versionId ?? '')).toBeUndefined()
  })

  it('asked for many times at once ends with the last file', async () => {
    await write({ 'gpt-0': {} })
    const catalog = await open()
    const reloads = [catalog.reload(), catalog.reload()]
    await write({ 'gpt-1': {} })
    reloads.push(catalog.reload())
    await Promise.all(reloads)
    expect(names(catalog.all())).toEqual(['gpt-1'])
  })

  it('turns the demo models off as soon as a model is usable', async () => {
    await write({})
    const catalog = await open()
    expect(catalog.demoOnly).toBe(true)
    await write({ 'gpt-a': {} })
    await catalog.reload()
    expect(names(catalog.all())).toEqual(['gpt-a'])
  })
})
