import { describe, expect, it } from 'vitest'
import { DEMO_MODELS } from '#server/config/demo-models'
import { parseEndpoints } from '#server/config/parse-endpoints'

const ENTRY = {
  api_type: 'openai',
  model_name: 'gpt-x',
  api_key: 'k',
  recommended_config: { temperature: 0.5, top_p: 1 },
  extra_body: { reasoning: { effort: 'low' }, seed: 1 },
}

function versionOf(entry: object, { name = 'm', env = {} } = {}): string {
  const parsed = parseEndpoints(JSON.stringify({ [name]: entry }), env)
  if (!parsed.ok || !parsed.endpoints[0]) throw new Error('no such model')
  return parsed.endpoints[0].versionId
}

const version = versionOf(ENTRY)

describe('the version of a model', () => {
  it('is 128 bits, safe in a URL', () => {
    expect(version).toMatch(/^[\w-]{22}$/)
  })

  it.each<[string, object]>([
    ['the API type', { api_type: 'mistral' }],
    ['the address', { api_base: 'http://localhost:8000/v1' }],
    ['the provider’s name of the model', { model_name: 'gpt-y' }],
    ['the system prompt', { system_prompt: 'Be terse.' }],
    ['a parameter', { recommended_config: { temperature: 0.6, top_p: 1 } }],
    ['a parameter that goes away', { recommended_config: { temperature: 0.5 } }],
    ['the most tokens', { max_tokens: 100 }],
    ['the extra body', { extra_body: { reasoning: { effort: 'high' }, seed: 1 } }],
  ])('is another one with another value of %s', (_, change) => {
    expect(versionOf({ ...ENTRY, ...change })).not.toBe(version)
  })

  it('is another one under another name', () => {
    expect(versionOf(ENTRY, { name: 'n' })).not.toBe(version)
  })

  it('is another one when a variable holds another address', () => {
    const entry = { ...ENTRY, api_base: 'http://${SERVER}/v1' }
    const [a, b] = ['one', 'two'].map((SERVER) => versionOf(entry, { env: { SERVER } }))
    expect(a).not.toBe(b)
  })

  it.each<[string, object]>([
    ['the key', { api_key: 'renewed' }],
    ['the headers', { headers: { 'X-Team': 'a' } }],
    ['the weight', { weight: 3 }],
    ['the price', { input_price: 2 }],
    ['the description', { description: 'Now better described.' }],
    ['the timeouts', { timeouts: { total_ms: 1000 } }],
    ['retirement', { deprecated: true }],
    ['the provider’s own address, written out', { api_base: 'https://api.openai.com/v1/' }],
    ['the order of fields', { extra_body: { seed: 1, reasoning: { effort: 'low' } } }],
  ])('stays the same with another value of %s', (_, change) => {
    expect(versionOf({ ...ENTRY, ...change })).toBe(version)
  })

  it('is its own for each demo model', () => {
    expect(new Set(DEMO_MODELS.map(({ versionId }) => versionId)).size).toBe(DEMO_MODELS.length)
  })
})
