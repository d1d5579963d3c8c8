import { describe, expect, it } from 'vitest'
import { defaultTimeouts } from '#server/config/default-timeouts'

const plain = { firstMs: 30_000, stallMs: 20_000, totalMs: 300_000 }
const thinking = { firstMs: 180_000, stallMs: 60_000, totalMs: 600_000 }

describe('the time that a model gets where the file says nothing', () => {
  it.each([
    'gpt-6.2-astra',
    'claude-opus-5-5',
    'claude-sonnet-5-5',
    'claude-haiku-5-5',
    'anthropic/claude-fable-5.2',
    'o3',
    'deepseek-r1',
    'models/gemini-2.5-pro',
    'gemini-3.8-flash',
    'openrouter/qwen/qwq-32b',
    'magistral-medium-latest',
    'kimi-k2-thinking',
  ])('%s may think for minutes', (modelName) => {
    expect(defaultTimeouts({ modelName, extraBody: {} })).toEqual(thinking)
  })

  it.each([
    'gpt-4o',
    'claude-opus-4-6',
    'claude-3-5-sonnet-20241022',
    'mistral-large-4',
    'gemini-2.0-flash',
    'llama-3.1-8b-o',
  ])('%s is to answer at once', (modelName) => {
    expect(defaultTimeouts({ modelName, extraBody: {} })).toEqual(plain)
  })

  it.each([
    { reasoning_effort: 'high' },
    { thinking: { type: 'enabled' } },
    { generationConfig: { thinkingConfig: {} } },
  ])('a model that is asked to think by %j may', (extraBody) => {
    expect(defaultTimeouts({ modelName: 'claude-opus-4-6', extraBody })).toEqual(thinking)
  })
})
