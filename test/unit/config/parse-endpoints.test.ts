import { describe, expect, it } from 'vitest'
import { parseEndpoints } from '#server/config/parse-endpoints'

const KEYS = {
  OPENAI_API_KEY: 'sk-openai-canary',
  ANTHROPIC_API_KEY: 'sk-anthropic-canary',
  GOOGLE_API_KEY: 'google-canary',
  MISTRAL_API_KEY: 'mistral-canary',
}

function read(file: unknown, env: Record<string, string> = KEYS) {
  const parsed = parseEndpoints(typeof file === 'string' ? file : JSON.stringify(file), env)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  return parsed
}

const one = (entry: object, env: Record<string, string> = KEYS, name = 'gpt-4o') =>
  read({ [name]: entry }, env).endpoints[0]

describe('a file in the predecessor’s form', () => {
  const FILE = `{
    "gpt-4o-2024-05-13": {
      "model_name": "gpt-4o-2024-05-13",
      "api_base": "https://api.openai.com/v1",
      "api_type": "openai",
      "api_key": "\${OPENAI_API_KEY}",
      "anony_only": false,
      "recommended_config": { "temperature": 0.7, "top_p": 1.0 },
      "text-arena": true,
      "vision-arena": true
    },
    "claude-3-5-sonnet-20241022": {
      "model_name": "claude-3-5-sonnet-20241022",
      "api_base": "https://api.anthropic.com/v1",
      "api_type": "anthropic_message",
      "api_key": "\${ANTHROPIC_API_KEY}",
      "anony_only": false,
      "recommended_config": { "temperature": 0.7, "top_p": 1.0, "max_new_tokens": 4096 },
      "text-arena": true,
      "vision-arena": true
    },
    "gemini-1.5-pro": {
      "model_name": "gemini-1.5-pro",
      "api_base": null,
      "api_type": "gemini",
      "api_key": "\${GOOGLE_API_KEY}",
      "anony_only": false
    },
    "mistral-large-2407": {
      "model_name": "mistral-large-2407",
      "api_base": "",
      "api_type": "mistral",
      "api_key": null,
      "anony_only": true
    },
    "gpt-4o-mini": { "api_key": "\${OPENAI_API_KEY}" }
  }`

  it('is taken as it stands, without a warning', () => {
    const { endpoints, warnings } = read(FILE)
    expect(warnings).toEqual([])
    expect(endpoints.map((model) => [model.name, model.provider, model.apiKey])).toEqual([
      ['gpt-4o-2024-05-13', 'openai', 'sk-openai-canary'],
      ['claude-3-5-sonnet-20241022', 'anthropic_message', 'sk-anthropic-canary'],
      ['gemini-1.5-pro', 'gemini', 'google-canary'],
      ['mistral-large-2407', 'mistral', 'mistral-canary'],
      ['gpt-4o-mini', 'openai', 'sk-openai-canary'],
    ])
    expect(endpoints.every((model) => model.available)).toBe(true)
  })

  it('gets the predecessor’s defaults', () => {
    const [gpt, claude, gemini, mistral] = read(FILE).endpoints
    expect(gpt).toMatchObject({
      apiBase: 'https://api.openai.com/v1',
      vision: true,
      recommended: { temperature: 0.7, topP: 1 },
    })
    expect(claude?.recommended).toEqual({ temperature: 0.7, topP: 1, maxTokens: 4096 })
    expect(gemini).toMatchObject({ text: true, vision: false, anonyOnly: false, recommended: {} })
    expect(gemini?.apiBase).toBeUndefined()
    expect(mistral).toMatchObject({ anonyOnly: true, modelName: 'mistral-large-2407' })
    expect(mistral?.apiBase).toBeUndefined()
  })

  it('may begin with a byte order mark', () => {
    expect(read(`\uFEFF${FILE}`).endpoints).toHaveLength(5)
  })
})

describe('an entry', () => {
  it('may say everything', () => {
    const entry = {
      api_type: 'openai',
      model_name: 'gpt-x',
      api_base: 'http://gateway.local/v1/',
      api_key: 'own',
      organization: 'Org',
      license: 'MIT',
      link: 'https://org.example/x',
      description: 'A model.',
      knowledge_cutoff: '2026-04',
      context_window: 128_000,
      input_price: 1,
      output_price: 2.5,
      currency: 'EUR',
      weight: 0.5,
      max_tokens: 1000,
      system_prompt: 'Be kind.',
      deprecated: true,
      timeouts: { first_content_ms: 1, stall_ms: 2, total_ms: 3 },
      headers: { 'X-Team': 'arena' },
      extra_body: { reasoning: { effort: 'low' } },
      aliases: ['X'],
    }
    expect(one(entry)).toMatchObject({
      name: 'gpt-4o',
      modelName: 'gpt-x',
      apiBase: 'http://gateway.local/v1',
      apiKey: 'own',
      organization: 'Org',
      license: 'MIT',
      link: 'https://org.example/x',
      description: 'A model.',
      knowledgeCutoff: '2026-04',
      contextWindow: 128_000,
      inputPrice: 1,
      outputPrice: 2.5,
      currency: 'EUR',
      weight: 0.5,
      recommended: { maxTokens: 1000 },
      systemPrompt: 'Be kind.',
      deprecated: true,
      timeouts: { firstMs: 1, stallMs: 2, totalMs: 3 },
      headers: { 'X-Team': 'arena' },
      extraBody: { reasoning: { effort: 'low' } },
      aliases: ['X'],
    })
  })

  it('has defaults for everything', () => {
    expect(one({})).toMatchObject({
      weight: 1,
      deprecated: false,
      demo: false,
      timeouts: { firstMs: 30_000, stallMs: 20_000, totalMs: 300_000 },
      headers: {},
      extraBody: {},
      aliases: [],
    })
    expect(one({})?.currency).toBeUndefined()
    expect(one({ input_price: 1 })?.currency).toBe('USD')
  })

  it.each([
    ['gpt-4o', 'openai'],
    ['chatgpt-4o-latest', 'openai'],
    ['o3-mini', 'openai'],
    ['GPT-6-luna', 'openai'],
    ['claude-opus-5-5', 'anthropic_message'],
    ['gemini-4-argon', 'gemini'],
    ['gemma-4-31b-it', 'gemini'],
    ['mistral-large-4', 'mistral'],
    ['open-mixtral-8x22b', 'mistral'],
    ['magistral-medium-latest', 'mistral'],
    ['codestral-latest', 'mistral'],
    ['ministral-8b-latest', 'mistral'],
    ['pixtral-large-latest', 'mistral'],
  ])('named %s is known to be of type %s', (name, type) => {
    expect(one({ api_key: 'k' }, {}, name)?.provider).toBe(type)
  })

  it('is also known by the name that the provider uses', () => {
    expect(one({ model_name: 'claude-opus-5-5' }, KEYS, 'our favourite')?.provider).toBe(
      'anthropic_message',
    )
  })
})

describe('a model without its key', () => {
  const reason = (entry: object, env = {}, name = 'gpt-4o') => {
    const model = one(entry, env, name)
    expect(model?.available).toBe(model?.reason === undefined)
    return model?.reason
  }

  it.each<[string, object, string, object, string | undefined]>([
    [
      'names the variable that it asks for',
      { api_key: '${TEAM_KEY}' },
      'gpt-4o',
      {},
      'TEAM_KEY is not set',
    ],
    ['names the provider’s own', {}, 'gpt-4o', {}, 'OPENAI_API_KEY is not set'],
    ['names it for Anthropic', {}, 'claude-x', {}, 'ANTHROPIC_API_KEY is not set'],
    ['names it for Mistral', {}, 'mistral-x', {}, 'MISTRAL_API_KEY is not set'],
    [
      'names both for Gemini',
      {},
      'gemini-x',
      {},
      'neither GOOGLE_API_KEY nor GEMINI_API_KEY is set',
    ],
    ['takes the second for Gemini', {}, 'gemini-x', { GEMINI_API_KEY: 'k' }, undefined],
    [
      'takes the second where the entry names the first',
      { api_key: '${GOOGLE_API_KEY}' },
      'gemini-x',
      { GEMINI_API_KEY: 'k' },
      undefined,
    ],
    [
      'names both where the entry names the first',
      { api_key: '${GOOGLE_API_KEY}' },
      'gemini-x',
      {},
      'neither GOOGLE_API_KEY nor GEMINI_API_KEY is set',
    ],
    [
      'takes no other for a variable of one’s own',
      { api_key: '${TEAM_KEY}' },
      'gemini-x',
      { GEMINI_API_KEY: 'k' },
      'TEAM_KEY is not set',
    ],
    [
      'takes no other where all else needs the variable too',
      { api_key: '${GOOGLE_API_KEY}', headers: { 'X-Key': '${GOOGLE_API_KEY}' } },
      'gemini-x',
      { GEMINI_API_KEY: 'k' },
      'GOOGLE_API_KEY is not set',
    ],
    [
      'asks no key of a server of one’s own only where none is asked for',
      { api_key: '${OPENAI_API_KEY}', api_base: 'http://localhost:8000/v1' },
      'gpt-local',
      {},
      'OPENAI_API_KEY is not set',
    ],
    ['treats an empty key as none', { api_key: '' }, 'gpt-4o', {}, 'OPENAI_API_KEY is not set'],
    [
      'treats an empty variable as none',
      {},
      'gpt-4o',
      { OPENAI_API_KEY: '' },
      'OPENAI_API_KEY is not set',
    ],
    [
      'names all variables that are missing',
      { api_base: '${BASE}', model_name: '${MODEL}' },
      'gpt-local',
      { OPENAI_API_KEY: 'k' },
      'BASE and MODEL are not set',
    ],
    [
      'waits for a variable that may tell its API',
      { model_name: '${MODEL}' },
      'our favourite',
      { OPENAI_API_KEY: 'k' },
      'MODEL is not set',
    ],
    [
      'needs none at a server of one’s own',
      { api_base: 'http://localhost:8000/v1' },
      'gpt-4o',
      {},
      undefined,
    ],
    [
      'needs one at a gateway of another type',
      { api_base: 'http://localhost:8000' },
      'claude-x',
      {},
      'ANTHROPIC_API_KEY is not set',
    ],
    [
      'needs one at the provider, written out',
      { api_base: 'https://api.openai.com/v1' },
      'gpt-4o',
      {},
      'OPENAI_API_KEY is not set',
    ],
  ])('%s', (_, entry, name, env, expected) => {
    expect(reason(entry, env, name)).toBe(expected)
  })

  it('leaves the others alone', () => {
    const { endpoints } = read({ 'gpt-4o': {}, 'claude-x': {} }, { OPENAI_API_KEY: 'k' })
    expect(endpoints.map(({ available }) => available)).toEqual([true, false])
  })

  it('sends the provider’s own variable to a server of one’s own, if that is set', () => {
    expect(one({ api_base: 'http://localhost:8000/v1' })?.apiKey).toBe('sk-openai-canary')
  })
})

describe('a warning', () => {
  const warningsOf = (file: unknown) => read(file).warnings

  it('names an unknown field, wherever it stands', () => {
    const entry = { colour: 'x', recommended_config: { top_k: 1 }, timeouts: { retry_ms: 1 } }
    expect(warningsOf({ 'gpt-4o': entry })).toEqual([
      { path: 'gpt-4o.colour', message: 'unknown field, ignored' },
      { path: 'gpt-4o.recommended_config.top_k', message: 'unknown field, ignored' },
      { path: 'gpt-4o.timeouts.retry_ms', message: 'unknown field, ignored' },
    ])
  })

  it('says that custom_system_prompt alone does nothing', () => {
    expect(warningsOf({ 'gpt-4o': { custom_system_prompt: true } })).toHaveLength(1)
    expect(warningsOf({ 'gpt-4o': { custom_system_prompt: false } })).toEqual([])
    expect(warningsOf({ 'gpt-4o': { custom_system_prompt: true, system_prompt: 'Hi' } })).toEqual(
      [],
    )
  })

  it('tells of a provider’s key that goes to another server', () => {
    const api_base = 'http://localhost:8000/v1'
    expect(warningsOf({ 'gpt-4o': { api_base } })).toEqual([
      {
        path: 'gpt-4o.api_base',
        message: 'the key of OPENAI_API_KEY goes to this address; give api_key where it should not',
      },
    ])
    expect(warningsOf({ 'gpt-4o': { api_base, api_key: 'none' } })).toEqual([])
    expect(warningsOf({ 'gpt-4o': { api_base: 'https://api.openai.com/v1' } })).toEqual([])
    expect(read({ 'gpt-4o': { api_base } }, {}).warnings).toEqual([])
  })

  it('tells of a model that stands twice', () => {
    expect(warningsOf('{"gpt-4o": {},\n"gpt-4o": {"weight": 2}}')).toEqual([
      { path: 'line 2, column 1', message: 'this name stands twice; only the last one counts' },
    ])
  })
})
