import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ParameterMemory } from '#server/provider/parameter-memory'
import { RejectedParameters } from '#server/provider/rejected-parameters'
import { tolerantAnswer } from '#server/provider/tolerant-answer'
import { aRequest } from '../../support/answer-requests.js'
import { readToEnd } from '../../support/answers.js'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { ADAPTERS } from './adapters.js'

class Store extends RejectedParameters {
  readonly versions: Record<string, string[]> = {}
  override load = (versionId: string) => Promise.resolve(this.versions[versionId] ?? [])
  override remember = (versionId: string, names: string[]) => {
    this.versions[versionId] = names
    return Promise.resolve()
  }
}

const WIRE_NAMES = {
  openai: ['temperature', 'top_p', 'max_tokens'],
  anthropic_message: ['temperature', 'top_p', 'max_tokens'],
  gemini: ['temperature', 'topP', 'maxOutputTokens'],
  mistral: ['temperature', 'top_p', 'max_tokens'],
}

describe.each(ADAPTERS)('$api with a model that refuses parameters', ({ api, provider }) => {
  let upstream: FakeUpstream
  let store: Store
  beforeAll(async () => {
    upstream = await startFakeUpstream()
  })
  afterAll(() => upstream.close())
  beforeEach(() => {
    store = new Store()
  })

  const ask = (memory = new ParameterMemory(store)) => {
    const request = aRequest(
      { provider: api, apiBase: upstream.url },
      { parameters: { temperature: 0.7, topP: 0.9, maxTokens: 77 } },
    )
    const { signal } = new AbortController()
    return readToEnd((hear) => tolerantAnswer(provider, request, memory, signal, hear))
  }
  const names = WIRE_NAMES[api]

  it.each([
    ['temperature', names[0]!],
    ['top_p', names[1]!],
  ])('asks again without %s, and remembers it', async (name, wireName) => {
    upstream.script(() => ({ text: ['Yes.'], rejects: [wireName] }))
    const before = upstream.calls.length
    expect((await ask()).text).toBe('Yes.')
    expect(upstream.calls.length - before).toBe(2)
    expect(JSON.stringify(upstream.calls.at(-1)?.body)).toContain('0.')
    expect(store.versions['version-1']).toEqual([name])
    await ask()
    expect(upstream.calls.length - before, 'the next answer needs one request').toBe(3)
  })

  it('gives up one after the other where several are refused', async () => {
    upstream.script(() => ({ text: ['Yes.'], rejects: names.slice(0, 2) }))
    expect((await ask()).text).toBe('Yes.')
    expect(store.versions['version-1']).toEqual(['temperature', 'top_p'])
  })

  it('finds another way to limit the length', async () => {
    upstream.script(({ body }) =>
      api === 'anthropic_message' && body.max_tokens === 4096
        ? { text: ['Yes.'] }
        : { text: ['Yes.'], rejects: [names[2]!] },
    )
    expect((await ask()).text).toBe('Yes.')
    const { body } = upstream.calls.at(-1)!
    const limits = JSON.stringify(body).match(/"max[^,}]*/g)
    expect(limits).toEqual(
      {
        openai: ['"max_completion_tokens":77'],
        anthropic_message: ['"max_tokens":4096'],
        gemini: null,
        mistral: null,
      }[api],
    )
    expect(store.versions['version-1']).toEqual(['max_tokens'])
  })

  it('does not hold a value against the parameter', async () => {
    const message = 'temperature must be less than or equal to 0.5, top_p is fine'
    upstream.script(({ body }) =>
      JSON.stringify(body).includes('"temperature"')
        ? { status: 400, message }
        : { text: ['Yes.'] },
    )
    expect((await ask()).text).toBe('Yes.')
    expect(store.versions).toEqual({})
  })

  it('fails when nothing is left to give up', async () => {
    upstream.script(() => ({ status: 400, message: 'temperature, top_p, max_tokens: no' }))
    const before = upstream.calls.length
    expect((await ask()).failure?.code).toBe('model_rejected')
    expect(upstream.calls.length - before).toBeLessThanOrEqual(3)
    expect(store.versions).toEqual({})
  })
})
