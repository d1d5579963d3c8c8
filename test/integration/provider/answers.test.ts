import { getGlobalDispatcher, setGlobalDispatcher, type Dispatcher } from 'undici'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ModelEndpoint } from '#server/config/model-endpoint'
import { installDispatcher } from '#server/provider/http-dispatcher'
import type { AnswerRequest } from '#server/provider/model-provider'
import { aRequest } from '../../support/answer-requests.js'
import { readToEnd } from '../../support/answers.js'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import type { Call, WireName } from '../../support/fake-upstream/script.js'
import { ADAPTERS } from './adapters.js'

const TEXT = ['Grüße, ', '世界', ' 🙂\n\n', '```js\nlet a = "b"\n```', '\u2028 done ']
const REASONING = ['First, ', 'the question.']

let upstream: FakeUpstream
let installed: Dispatcher
const before = getGlobalDispatcher()
beforeAll(async () => {
  // As the server does it: what it mends of a stream is part of the way.
  installed = installDispatcher({})
  upstream = await startFakeUpstream()
})
afterAll(async () => {
  setGlobalDispatcher(before)
  await installed.destroy()
  await upstream.close()
})
beforeEach(() => upstream.script(() => ({ text: ['Yes.'] })))

const ask = (
  api: WireName,
  endpoint: Partial<ModelEndpoint> = {},
  overrides: Partial<AnswerRequest> = {},
) => {
  const provider = ADAPTERS.find((adapter) => adapter.api === api)!.provider
  const request = aRequest({ provider: api, apiBase: upstream.url, ...endpoint }, overrides)
  return readToEnd((hear) => provider.answer(request, new AbortController().signal, hear))
}

/** The request that arrived. */
const sent = async (...args: Parameters<typeof ask>): Promise<Call> => {
  expect((await ask(...args)).failure).toBeUndefined()
  return upstream.calls.at(-1)!
}

describe.each(ADAPTERS)('$api', ({ api }) => {
  it('passes text and reasoning on as they are, apart and in order', async () => {
    upstream.script(() => ({ reasoning: REASONING, text: TEXT }))
    const { events, text, reasoning, finish } = await ask(api)
    expect(text).toBe(TEXT.join(''))
    expect(reasoning).toBe(REASONING.join(''))
    expect(events.map(({ type }) => type)).toEqual([
      ...REASONING.map(() => 'reasoning'),
      ...TEXT.map(() => 'text'),
      'finish',
    ])
    expect(finish).toBe('stop')
  })

  it('passes the line separators of Unicode on from an upstream that does not escape them', async () => {
    const text = ['Grüße\u2028', '\u2029世界\u2028\u2029', '\u2029', 'done']
    upstream.script(() => ({ text, raw: true }))
    expect(await ask(api)).toMatchObject({ text: text.join(''), finish: 'stop' })
  })

  it('counts tokens once, before the finish', async () => {
    upstream.script(() => ({ text: ['Yes.'], usage: { input: 12, output: 34, reasoning: 20 } }))
    const { events, usage } = await ask(api)
    const reasoningTokens = api === 'mistral' ? undefined : 20
    expect(usage).toEqual({ inputTokens: 12, outputTokens: 34, reasoningTokens })
    expect(events.map(({ type }) => type)).toEqual(['text', 'usage', 'finish'])
  })

  it('says that an answer was cut off at its greatest length', async () => {
    upstream.script(() => ({ text: ['Yes, and'], finish: 'length' }))
    expect((await ask(api)).finish).toBe('length')
  })

  it('sends the model’s own name, the whole conversation and the system prompt', async () => {
    const { body, path } = await sent(
      api,
      {},
      {
        messages: [
          { role: 'user', text: 'One?' },
          { role: 'assistant', text: 'Two.' },
          { role: 'user', text: 'Three?' },
        ],
        systemPrompt: 'Be brief.',
      },
    )
    expect(`${path} ${JSON.stringify(body)}`).toContain('upstream-model')
    expect(body).toMatchObject(
      {
        openai: {
          messages: [
            { role: 'system', content: 'Be brief.' },
            { role: 'user', content: 'One?' },
            { role: 'assistant', content: 'Two.' },
            { role: 'user', content: 'Three?' },
          ],
        },
        mistral: {
          messages: [
            { role: 'system', content: 'Be brief.' },
            { role: 'user', content: 'One?' },
            { role: 'assistant', content: 'Two.' },
            { role: 'user', content: 'Three?' },
          ],
        },
        anthropic_message: {
          system: 'Be brief.',
          messages: [
            { role: 'user', content: 'One?' },
            { role: 'assistant', content: 'Two.' },
            { role: 'user', content: 'Three?' },
          ],
        },
        gemini: {
          systemInstruction: { parts: [{ text: 'Be brief.' }] },
          contents: [
            { role: 'user', parts: [{ text: 'One?' }] },
            { role: 'model', parts: [{ text: 'Two.' }] },
            { role: 'user', parts: [{ text: 'Three?' }] },
          ],
        },
      }[api],
    )
  })

  it('sends parameters only where they are set', async () => {
    const names = /temperature|top_?p|max_?(output_?|completion_?)?tokens/gi
    const plain = JSON.stringify((await sent(api)).body)
    expect(plain.match(names)).toEqual(api === 'anthropic_message' ? ['max_tokens'] : null)
    const parameters = { temperature: 0, topP: 0.5, maxTokens: 99 }
    const full = (await sent(api, {}, { parameters })).body
    expect(full).toMatchObject(
      api === 'gemini'
        ? { generationConfig: { temperature: 0, topP: 0.5, maxOutputTokens: 99 } }
        : { temperature: 0, top_p: 0.5, max_tokens: 99 },
    )
  })

  it('lays extra_body over the request', async () => {
    const extraBody = { safe_prompt: true, generationConfig: { seed: 7 } }
    const { body } = await sent(api, { extraBody }, { parameters: { temperature: 0.3 } })
    expect(body).toMatchObject(extraBody)
    expect(JSON.stringify(body)).toContain('"temperature":0.3')
  })

  it('sends the operator’s headers', async () => {
    const headers = { 'X-Team': 'blue', 'HTTP-Referer': 'https://arena.example' }
    expect((await sent(api, { headers })).headers).toMatchObject({
      'x-team': 'blue',
      'http-referer': 'https://arena.example',
    })
  })

  it('sends the key, and no key where there is none', async () => {
    const authorized = ({ headers }: Call) => [
      headers.authorization,
      headers['x-api-key'],
      headers['x-goog-api-key'] || undefined,
    ]
    const bearer = 'Bearer sk-secret-1'
    expect(authorized(await sent(api))).toEqual(
      {
        openai: [bearer, undefined, undefined],
        anthropic_message: [undefined, 'sk-secret-1', undefined],
        gemini: [undefined, undefined, 'sk-secret-1'],
        mistral: [bearer, undefined, undefined],
      }[api],
    )
    const keyless = await sent(api, { apiKey: undefined })
    expect(authorized(keyless)).toEqual([undefined, undefined, undefined])
  })

  it('lets a header of the operator replace the key', async () => {
    const name = { anthropic_message: 'x-api-key', gemini: 'X-Goog-Api-Key' }[api as string]
    const headers = { [name ?? 'Authorization']: 'another' }
    const got = (await sent(api, { headers })).headers
    expect(got[(name ?? 'authorization').toLowerCase()]).toBe('another')
  })

  it.each(['', '/', '/v1', '/v1/', '/proxy/v1/'])(
    'finds its path below a base with "%s"',
    async (base) => {
      const { path } = await sent(api, { apiBase: upstream.url + base })
      const prefix = base.startsWith('/proxy') ? '/proxy' : ''
      const version = api === 'gemini' && !base.includes('v1') ? 'v1beta' : 'v1'
      expect(path).toBe(
        `${prefix}/${version}` +
          {
            openai: '/chat/completions',
            anthropic_message: '/messages',
            gemini: '/models/upstream-model:streamGenerateContent?alt=sse',
            mistral: '/chat/completions',
          }[api],
      )
    },
  )

  it('takes nothing from the variables of its SDK', async () => {
    const variables = {
      OPENAI_BASE_URL: 'http://127.0.0.1:9/v1',
      OPENAI_ORG_ID: 'org-env',
      OPENAI_PROJECT_ID: 'proj-env',
      OPENAI_API_KEY: 'sk-env',
      ANTHROPIC_BASE_URL: 'http://127.0.0.1:9',
      ANTHROPIC_API_KEY: 'sk-env',
      ANTHROPIC_AUTH_TOKEN: 'sk-env',
      MISTRAL_API_KEY: 'sk-env',
      GOOGLE_API_KEY: 'sk-env',
    }
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)
    const { headers } = await sent(api, { apiKey: undefined })
    vi.unstubAllEnvs()
    expect(JSON.stringify(headers)).not.toContain('-env')
  })
})

describe('one API alone', () => {
  it('openai: asks for token counts', async () => {
    expect((await sent('openai')).body.stream_options).toEqual({ include_usage: true })
  })

  it('anthropic: speaks the older form to a server that is not Anthropic’s', async () => {
    const { headers, body } = await sent('anthropic_message')
    expect(headers['anthropic-version']).toBe('2023-06-01')
    expect(body.max_tokens).toBe(4096)
  })
})
