import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { announcement } from '#server/cli/announcement'
import { assembleModels } from '#server/config/assemble-models'
import type { ModelCatalog } from '#server/config/model-catalog'
import { parseEndpoints } from '#server/config/parse-endpoints'
import { parseSettings, type Environment } from '#server/config/parse-settings'

function announced(env: Environment, file: object = { 'gpt-a': {} }): string[] {
  const settings = parseSettings({ API_ENDPOINT_FILE: '/m.json', ...env }, {}, '/')
  const parsed = parseEndpoints(JSON.stringify(file), env)
  if (!parsed.ok) throw new Error('not a model file')
  const models = assembleModels(parsed.endpoints, settings)
  const catalog = {
    all: () => models,
    demo: models.some((model) => model.demo),
    warnings: parsed.warnings,
  } as unknown as ModelCatalog
  return announcement(settings, 8000, catalog).split('\n')
}

const SET_KEYS = 'Set what is missing, in the environment or in a file .env here, and start again.'
const ADD_MODELS =
  'That file names none. Add one, such as {"gpt-4o-mini": {}}, with its key in OPENAI_API_KEY.'

const KEY = { OPENAI_API_KEY: 'k' }

describe('the address that is announced', () => {
  it.each([
    [{ HOST: '127.0.0.1' }, 'http://localhost:8000'],
    [{ HOST: '::1' }, 'http://localhost:8000'],
    [{ HOST: '192.168.1.5' }, 'http://192.168.1.5:8000'],
    [{ HOST: 'fe80::1' }, 'http://[fe80::1]:8000'],
    [{ PUBLIC_URL: 'https://arena.example/x/' }, 'https://arena.example/x'],
  ])('of %j is %s', (env, address) => {
    expect(announced({ ...KEY, ...env })[0]).toBe(`Ringside is open at ${address}`)
  })

  it('is told to be open to others only where it is', () => {
    expect(announced({ ...KEY, HOST: '0.0.0.0' })[1]).toBe('Other machines can reach it too.')
    expect(announced(KEY).join()).not.toContain('Other machines')
  })
})

describe('the models that are announced', () => {
  it.each<[Environment, object, string[]]>([
    [
      KEY,
      { 'gpt-a': {}, 'gpt-b': {}, 'claude-x': {} },
      ['2 of 3 models of /m.json are available.'],
    ],
    [
      KEY,
      { 'gpt-a': {}, 'claude-x': {} },
      [
        '1 of 2 models of /m.json are available.',
        'A battle needs a second one: set its key, or add it to that file.',
      ],
    ],
    [
      {},
      { 'gpt-a': {}, 'gpt-b': {}, 'claude-x': {} },
      [
        'Demo models are on: no model of /m.json can be used.',
        '  OPENAI_API_KEY is not set',
        '  ANTHROPIC_API_KEY is not set',
        SET_KEYS,
      ],
    ],
    [{}, {}, ['Demo models are on: no model of /m.json can be used.', ADD_MODELS]],
    [
      { ...KEY, DEMO: 'on' },
      { 'gpt-a': {} },
      ['1 of 1 models of /m.json are available. Demo models are on (DEMO=on).'],
    ],
    [
      { DEMO: 'off' },
      { 'gpt-a': {} },
      [
        'Nobody can ask anything: no model of /m.json can be used.',
        '  OPENAI_API_KEY is not set',
        SET_KEYS,
      ],
    ],
    [
      { DEMO: 'off' },
      {},
      ['Nobody can ask anything: no model of /m.json can be used.', ADD_MODELS],
    ],
  ])('with %j and %j', (env, file, lines) => {
    expect(announced(env, file).slice(1)).toEqual(lines)
  })

  it('are quoted as they are for whoever comes from FastChat', () => {
    const page = readFileSync('docs/from-fastchat.md', 'utf8')
    const five = { 'gpt-a': {}, 'gpt-b': {}, 'gpt-c': {}, 'gpt-d': {}, 'gpt-e': {} }
    const env = { ...KEY, HOST: '0.0.0.0', API_ENDPOINT_FILE: '/…/api_endpoint.json' }
    const said = announced(env, five).slice(1)
    expect(said).toHaveLength(2)
    for (const line of [...said, SET_KEYS, ADD_MODELS]) expect(page).toContain(`\`${line}\``)
  })

  it('come with the warnings of their file', () => {
    expect(announced(KEY, { 'gpt-a': { colour: 1 } }).at(-1)).toBe(
      'Warning: gpt-a.colour: unknown field, ignored',
    )
  })
})
