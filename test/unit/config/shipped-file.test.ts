import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseEndpoints } from '#server/config/parse-endpoints'

const text = readFileSync('api_endpoint.json', 'utf8')

function read(env: Record<string, string> = {}) {
  const parsed = parseEndpoints(text, env)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  return parsed
}

const KEYS = ['OPENAI_API_KEY', 'ANTHROPIC_API_KEY', 'GOOGLE_API_KEY', 'MISTRAL_API_KEY']
const ALL_KEYS = [...KEYS, 'GEMINI_API_KEY']

describe('the model file that comes with Ringside', () => {
  it('has no warning and, without any variable, no usable model', () => {
    const { endpoints, warnings } = read()
    expect(warnings).toEqual([])
    expect(endpoints.filter(({ available }) => available)).toEqual([])
    expect(new Set(endpoints.map(({ reason }) => reason))).toEqual(
      new Set([
        ...['OPENAI', 'ANTHROPIC', 'MISTRAL'].map((name) => `${name}_API_KEY is not set`),
        'neither GOOGLE_API_KEY nor GEMINI_API_KEY is set',
        'LOCAL_MODEL and LOCAL_API_BASE are not set',
      ]),
    )
  })

  it.each(ALL_KEYS)('has a pair for a battle with %s alone, and a model that sees', (name) => {
    const usable = read({ [name]: 'k' }).endpoints.filter(({ available }) => available)
    expect(usable.filter((model) => model.text && model.weight > 0).length).toBeGreaterThan(1)
    expect(usable.some(({ vision }) => vision)).toBe(true)
  })

  it('gives Claude, whose thoughts count too, the room and the time for an answer', () => {
    const claudes = read().endpoints.filter(({ provider }) => provider === 'anthropic_message')
    expect(claudes.length).toBeGreaterThan(0)
    for (const { recommended, usualMaxTokens, timeouts } of claudes) {
      expect(recommended.maxTokens ?? usualMaxTokens).toBeGreaterThanOrEqual(16_000)
      expect(timeouts.firstMs).toBeGreaterThanOrEqual(180_000)
    }
  })

  it('shows the way to a local server', () => {
    const env = { LOCAL_API_BASE: 'http://localhost:11434/v1', LOCAL_MODEL: 'llama' }
    const local = read(env).endpoints.find(({ available }) => available)
    expect(local).toMatchObject({
      provider: 'openai',
      modelName: 'llama',
      apiBase: 'http://localhost:11434/v1',
    })
  })

  it('holds no key, and describes each model', () => {
    const file = JSON.parse(text) as Record<string, Record<string, string>>
    for (const entry of Object.values(file)) {
      expect(entry.api_key).toMatch(/^(\$\{[A-Z]+_API_KEY\}|none)$/)
      expect([entry.organization, entry.description].every(Boolean)).toBe(true)
    }
  })
})
