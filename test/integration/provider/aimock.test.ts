import { LLMock } from '@copilotkit/aimock'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AnswerRequest } from '#server/provider/model-provider'
import { aRequest } from '../../support/answer-requests.js'
import { begin, readToEnd } from '../../support/answers.js'
import { startFaultProxy } from '../../support/fault-proxy/fault-proxy.js'
import { ADAPTERS } from './adapters.js'

// A second opinion on the wire formats: an upstream that others wrote, from the observation of the real
// APIs. It knows Mistral only as one more speaker of OpenAI's format, without thinking and token counts.

const TEXT = 'The sky is blue because *short* waves scatter more: λ⁻⁴. 天空是蓝色的。🙂'
const REASONING = 'The person asks about Rayleigh scattering.'

let mock: LLMock
beforeAll(async () => {
  mock = new LLMock({ port: 0, chunkSize: 7 })
  await mock.start()
})
afterAll(() => mock.stop())
beforeEach(() => {
  mock.reset()
  mock.onMessage(/.*/, { content: TEXT, reasoning: REASONING })
})

describe.each(ADAPTERS)('$api against an upstream of others', ({ api, provider }) => {
  const ask = (overrides: Partial<AnswerRequest> = {}) =>
    readToEnd((hear) =>
      provider.answer(
        aRequest({ provider: api, apiBase: mock.url }, overrides),
        new AbortController().signal,
        hear,
      ),
    )
  const asked = () => JSON.stringify(mock.getLastRequest()?.body)

  it('streams text, and reasoning where it is sent', async () => {
    const { text, reasoning, finish, events } = await ask()
    expect(text).toBe(TEXT)
    expect(reasoning).toBe(api === 'mistral' ? '' : REASONING)
    expect(finish).toBe('stop')
    expect(events.filter(({ type }) => type === 'text').length).toBeGreaterThan(5)
  })

  it('counts tokens', async () => {
    const usage = (await ask()).usage
    if (api === 'mistral') expect(usage).toBeUndefined()
    else
      expect(usage).toMatchObject({
        inputTokens: expect.any(Number),
        outputTokens: expect.any(Number),
      })
  })

  it('is understood over several turns with a system prompt', async () => {
    mock.clearFixtures()
    mock.on(
      { userMessage: 'And at dusk?', systemMessage: 'Be brief.', turnIndex: 1 },
      { content: 'Red.' },
    )
    const { text } = await ask({
      messages: [
        { role: 'user', text: 'Why is the sky blue?' },
        { role: 'assistant', text: 'Scattering.' },
        { role: 'user', text: 'And at dusk?' },
      ],
      systemPrompt: 'Be brief.',
    })
    expect(text).toBe('Red.')
  })

  it('sends parameters only where they are set', async () => {
    await ask()
    expect(asked()).not.toMatch(/temperature|top_?p/i)
    await ask({ parameters: { temperature: 0.25, topP: 0.75, maxTokens: 99 } })
    expect(asked()).toMatch(/"temperature":0\.25/)
    expect(asked()).toMatch(/"max_tokens":99/)
  })

  it.each([
    [401, 'model_misconfigured'],
    [404, 'model_misconfigured'],
    [429, 'model_busy'],
    [500, 'model_unreachable'],
    [503, 'model_unreachable'],
  ])('HTTP %i: %s', async (status, code) => {
    mock.nextRequestError(status, { message: 'No', type: 'an_error' })
    const { failure } = await ask()
    expect(failure?.code).toBe(code)
    expect(mock.getRequests()).toHaveLength(1)
    // Google's SDK keeps the headers to itself.
    const waits = status === 429 && api !== 'gemini'
    expect(failure?.retryAfterMs).toBe(waits ? 1_000 : undefined)
  })

  it('notices a cut in the middle', async () => {
    mock.clearFixtures()
    mock.onMessage(/.*/, { content: TEXT }, { truncateAfterChunks: 4, latency: 5 })
    const { failure, text, finish } = await ask()
    expect(failure?.code).toBe('answer_truncated')
    expect(finish).toBeUndefined()
    expect(TEXT.startsWith(text)).toBe(true)
  })

  it('notices an empty answer', async () => {
    mock.clearFixtures()
    mock.onMessage(/.*/, { content: '' })
    expect((await ask()).failure?.code).toBe('answer_empty')
  })

  it('hangs up within a second when it is stopped', async () => {
    mock.clearFixtures()
    mock.onMessage(/.*/, { content: TEXT }, { latency: 50 })
    const relay = await startFaultProxy(mock.port)
    const stop = new AbortController()
    const request = aRequest({ provider: api, apiBase: relay.url })
    const { first, end } = begin((hear) => provider.answer(request, stop.signal, hear))
    await first
    const started = performance.now()
    stop.abort()
    await relay.left()
    expect(performance.now() - started).toBeLessThan(1_000)
    await end.catch(() => undefined)
    await relay.close()
  })
})
