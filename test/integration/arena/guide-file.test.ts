import { resolve } from 'node:path'
import { getGlobalDispatcher, setGlobalDispatcher, type Dispatcher } from 'undici'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ModelCatalog } from '#server/config/model-catalog'
import { keyOf, modelOf } from '../../support/fake-upstream/echo.js'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

/**
 * A file in the form of the predecessor's start guide: its fields, its four types, keys by variable, its shortest
 * entry. The guide's own text is not ours to keep here; what was seen with it stands in docs/from-fastchat.md.
 */
const GUIDE_FILE = resolve('test/fixtures/guide/api_endpoint.json')

const KEYS = {
  OPENAI_API_KEY: 'key-o',
  ANTHROPIC_API_KEY: 'key-a',
  GOOGLE_API_KEY: 'key-g',
  MISTRAL_API_KEY: 'key-m',
}

/** Where each model of the file answers, at its provider's own address, and with which key. */
const MODELS = [
  ['gpt-4o-2024-05-13', 'openai', 'https://api.openai.com', 'key-o', true],
  ['claude-3-5-sonnet-20241022', 'anthropic_message', 'https://api.anthropic.com', 'key-a', false],
  ['gemini-1.5-pro', 'gemini', 'https://generativelanguage.googleapis.com', 'key-g', false],
  ['mistral-large-2407', 'mistral', 'https://api.mistral.ai', 'key-m', false],
  ['gpt-4o-mini', 'openai', 'https://api.openai.com', 'key-o', false],
] as const

describe('an arena with a file as the predecessor’s guide has it', () => {
  let before: Dispatcher
  let upstream: FakeUpstream
  let arena: TestArena
  let person: TestPerson
  const asked: string[] = []

  beforeAll(async () => {
    for (const [name, key] of Object.entries(KEYS)) vi.stubEnv(name, key)
    before = getGlobalDispatcher()
    upstream = await startFakeUpstream()
    upstream.script((call) => ({ text: [`${modelOf(call)} by ${keyOf(call)}`] }))
    arena = await startArena({ env: { API_ENDPOINT_FILE: GUIDE_FILE } })
    // The providers' own addresses, and nothing else, lead to the upstream of the test.
    const led = getGlobalDispatcher().compose((dispatch) => (options, handler) => {
      asked.push(String(options.origin))
      return dispatch({ ...options, origin: upstream.url }, handler)
    })
    person = await TestPerson.arrive(arena.url)
    setGlobalDispatcher(led)
  })
  afterAll(async () => {
    person.leave()
    await arena.close()
    await upstream.close()
    setGlobalDispatcher(before)
    vi.unstubAllEnvs()
  })

  it('starts without a warning, each model available with its own key', () => {
    const catalog = arena.app.get(ModelCatalog)
    expect(catalog.warnings).toEqual([])
    expect(
      catalog
        .all()
        .filter(({ demo }) => !demo)
        .map(({ name, provider, apiKey, available, vision }) => [
          ...[name, provider, apiKey, available, vision],
        ]),
    ).toEqual(MODELS.map(([name, api, , key, vision]) => [name, api, key, true, vision]))
  })

  it.each(MODELS)('%s answers', async (name, wire, origin, key) => {
    asked.length = 0
    const start = { mode: 'direct' as const, text: 'Why?', models: [name] }
    const { conversationId } = await person.does('conversation:start', start)
    await person.hears('turn:done', (frame) => frame.conversationId === conversationId)
    const { snapshot } = await person.does('conversation:join', { conversationId })
    expect(snapshot.turns[0]?.answers.a?.text).toBe(`${name} by ${key}`)
    expect(asked).toEqual([origin])
    expect(upstream.calls.at(-1)?.wire).toBe(wire)
  })

  it('sends what the file recommends', () => {
    const recommended = upstream.calls.find((call) => modelOf(call) === 'gpt-4o-2024-05-13')
    expect(recommended?.body).toMatchObject({ temperature: 0.7, top_p: 1 })
  })
})
