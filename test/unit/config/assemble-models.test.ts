import { describe, expect, it } from 'vitest'
import { assembleModels, compareModels } from '#server/config/assemble-models'
import { DEMO_MODELS } from '#server/config/demo-models'
import type { ModelEndpoint } from '#server/config/model-endpoint'
import { parseEndpoints } from '#server/config/parse-endpoints'

function models(file: Record<string, object>): ModelEndpoint[] {
  const parsed = parseEndpoints(JSON.stringify(file), { OPENAI_API_KEY: 'k' })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  return parsed.endpoints
}

const names = (list: readonly ModelEndpoint[]) => list.map(({ name }) => name)
const demoNames = names(DEMO_MODELS)

describe('demo models', () => {
  it('are at least six, all plainly labelled', () => {
    expect(demoNames.length).toBeGreaterThanOrEqual(6)
    expect(demoNames.every((name) => name.startsWith('demo-'))).toBe(true)
    expect(DEMO_MODELS.every(({ demo, organization }) => demo && organization)).toBe(true)
  })

  it.each<['on' | 'off' | 'auto', Record<string, object>, boolean]>([
    ['auto', {}, true],
    ['auto', { 'claude-x': {} }, true],
    ['auto', { 'gpt-x': { deprecated: true } }, true],
    ['auto', { 'gpt-x': {}, 'claude-x': {} }, false],
    ['auto', { 'gpt-x': { weight: 0 } }, false],
    ['on', { 'gpt-x': {} }, true],
    ['off', {}, false],
  ])('DEMO=%s with %j: %s', (demo, file, on) => {
    const assembled = assembleModels(models(file), { demo, visionArena: true, allowedApiHosts: [] })
    expect(names(assembled)).toEqual([...Object.keys(file), ...(on ? demoNames : [])])
  })
})

describe('without the vision arena', () => {
  it('no model sees', () => {
    const file = { 'gpt-x': { 'vision-arena': true } }
    const vision = (visionArena: boolean) =>
      assembleModels(models(file), { demo: 'off', visionArena, allowedApiHosts: [] }).map(
        (model) => model.vision,
      )
    expect(vision(true)).toEqual([true])
    expect(vision(false)).toEqual([false])
  })
})

describe('the difference between two files', () => {
  it('is told by name', () => {
    const before = models({ 'gpt-a': {}, 'gpt-b': {}, 'gpt-c': {} })
    const after = models({ 'gpt-a': {}, 'gpt-c': { weight: 2 }, 'gpt-d': {} })
    expect(compareModels(before, after)).toEqual({
      added: ['gpt-d'],
      removed: ['gpt-b'],
      changed: ['gpt-c'],
    })
  })
})
