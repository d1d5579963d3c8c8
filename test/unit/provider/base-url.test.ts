import { describe, expect, it } from 'vitest'
import {
  anthropicBase,
  geminiBase,
  isHost,
  mistralBase,
  openaiBase,
} from '#server/provider/upstream/base-url'

describe('the base of an API', () => {
  it.each([
    [undefined, 'https://api.openai.com/v1'],
    ['https://api.openai.com', 'https://api.openai.com/v1'],
    ['https://api.openai.com/', 'https://api.openai.com/v1'],
    ['https://api.openai.com/v1', 'https://api.openai.com/v1'],
    ['https://api.openai.com/v1/', 'https://api.openai.com/v1'],
    ['https://openrouter.ai/api/v1', 'https://openrouter.ai/api/v1'],
    ['http://localhost:11434/v1', 'http://localhost:11434/v1'],
    ['http://localhost:8000', 'http://localhost:8000/v1'],
    ['http://[::1]:8000/', 'http://[::1]:8000/v1'],
    ['https://gateway.example/openai/deployments//', 'https://gateway.example/openai/deployments'],
    [' https://api.openai.com/v1 ', 'https://api.openai.com/v1'],
  ])('openai: %s', (base, expected) => {
    expect(openaiBase(base)).toBe(expected)
  })

  it.each([
    [undefined, 'https://api.anthropic.com'],
    ['https://api.anthropic.com/', 'https://api.anthropic.com'],
    ['https://api.anthropic.com/v1', 'https://api.anthropic.com'],
    ['https://api.anthropic.com/v1/', 'https://api.anthropic.com'],
    ['https://gateway.example/anthropic', 'https://gateway.example/anthropic'],
    ['https://gateway.example/anthropic/v1', 'https://gateway.example/anthropic'],
    ['https://gateway.example/v12', 'https://gateway.example/v12'],
  ])('anthropic: %s', (base, expected) => {
    expect(anthropicBase(base)).toBe(expected)
  })

  it.each([
    [undefined, 'https://api.mistral.ai'],
    ['https://api.mistral.ai/v1/', 'https://api.mistral.ai'],
    ['http://localhost:8000', 'http://localhost:8000'],
  ])('mistral: %s', (base, expected) => {
    expect(mistralBase(base)).toBe(expected)
  })

  it.each([
    [undefined, 'https://generativelanguage.googleapis.com', 'v1beta'],
    ['https://host.example', 'https://host.example', 'v1beta'],
    ['https://host.example/', 'https://host.example', 'v1beta'],
    ['https://host.example/v1beta', 'https://host.example', 'v1beta'],
    ['https://host.example/v1/', 'https://host.example', 'v1'],
    ['https://host.example/v1alpha', 'https://host.example', 'v1alpha'],
    ['https://host.example/v1beta3', 'https://host.example', 'v1beta3'],
    ['https://host.example/gemini/v1', 'https://host.example/gemini', 'v1'],
    ['https://host.example/gemini', 'https://host.example/gemini', 'v1beta'],
  ])('gemini: %s', (base, baseUrl, apiVersion) => {
    expect(geminiBase(base)).toEqual({ baseUrl, apiVersion })
  })
})

describe('a host', () => {
  it.each([
    ['https://api.openai.com/v1', true],
    ['https://eu.api.openai.com/v1', true],
    ['https://api.openai.com.evil.example/v1', false],
    ['https://notapi.openai.com/v1', false],
    ['http://localhost:8000/api.openai.com', false],
    ['no address', false],
  ])('%s', (base, expected) => {
    expect(isHost(base, 'api.openai.com')).toBe(expected)
  })
})
