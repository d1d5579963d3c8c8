import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aRequest } from '../../support/answer-requests.js'
import { readToEnd } from '../../support/answers.js'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import type { Reply } from '../../support/fake-upstream/script.js'
import { ADAPTERS } from './adapters.js'

const TWO = ['Half an ', 'answer']

/** What the upstream does, and the failure that it means. */
const FAULTS: readonly [fault: string, reply: Reply, code: string][] = [
  ['a wrong key', { status: 401, message: 'Incorrect API key' }, 'model_misconfigured'],
  ['a forbidden model', { status: 403 }, 'model_misconfigured'],
  ['an unknown model', { status: 404 }, 'model_misconfigured'],
  ['a request it does not like', { status: 400 }, 'model_rejected'],
  ['too many requests', { status: 429 }, 'model_busy'],
  ['an error of the server', { status: 500 }, 'model_unreachable'],
  ['a gateway’s page', { status: 502, body: '<html>Bad gateway</html>' }, 'model_unreachable'],
  ['maintenance', { status: 503 }, 'model_unreachable'],
  ['a connection that breaks at once', { instead: 'reset' }, 'model_unreachable'],
  ['no piece of an answer', { text: [] }, 'answer_empty'],
  ['nothing but blanks', { text: ['\n', ' '] }, 'answer_empty'],
  ['nothing but reasoning', { reasoning: ['Hm.'], finish: 'length' }, 'answer_empty'],
  ['a filter before the first word', { text: [], finish: 'filter' }, 'answer_filtered'],
  ['an end without a finish', { text: TWO, cut: { after: 2, by: 'fin' } }, 'answer_truncated'],
  ['an end before all text', { text: TWO, cut: { after: 0, by: 'fin' } }, 'answer_truncated'],
  ['a broken connection', { text: TWO, cut: { after: 2, by: 'reset' } }, 'answer_truncated'],
]

describe.each(ADAPTERS)('$api fails in our words', ({ api, provider }) => {
  let upstream: FakeUpstream
  const ask = () =>
    readToEnd((hear) =>
      provider.answer(
        aRequest({ provider: api, apiBase: upstream.url }),
        new AbortController().signal,
        hear,
      ),
    )

  beforeAll(async () => {
    upstream = await startFakeUpstream()
  })
  afterAll(() => upstream.close())

  it.each(FAULTS)('%s', async (_fault, reply, code) => {
    upstream.script(() => reply)
    const before = upstream.calls.length
    const { failure, finish } = await ask()
    expect(failure?.code).toBe(code)
    expect(finish).toBeUndefined()
    expect(upstream.calls.length - before, 'requests sent').toBe(1)
  })

  it('keeps the text that came before the break', async () => {
    upstream.script(() => ({ text: TWO, cut: { after: 2, by: 'reset' } }))
    expect((await ask()).text).toBe('Half an answer')
  })

  it('takes an answer that the filter cut short for an answer', async () => {
    upstream.script(() => ({ text: TWO, finish: 'filter' }))
    expect(await ask()).toMatchObject({ text: 'Half an answer', finish: 'content_filter' })
  })

  it('calls an error inside the stream a failure', async () => {
    upstream.script(() => ({ text: TWO, cut: { after: 1, by: 'error' } }))
    const { failure, text } = await ask()
    expect(text).toBe('Half an ')
    expect(failure?.code).toBe(
      {
        openai: 'model_unreachable',
        anthropic_message: 'model_busy',
        gemini: 'model_unreachable',
        // The SDK finds that the error is no chunk, and says no more.
        mistral: 'answer_truncated',
      }[api],
    )
  })

  it('has nothing of the upstream’s words, the key or the host in a failure', async () => {
    const message = 'Key sk-secret-1 of team-7 at llm.internal may not see "Why is the sky blue?"'
    upstream.script(() => ({ status: 401, message }))
    const { failure } = await ask()
    const told = `${failure?.stack} ${(failure?.cause as Error).stack} ${JSON.stringify(failure)}`
    expect(told).not.toMatch(/sk-secret|team-7|llm\.internal|sky blue|127\.0\.0\.1/)
    expect((failure?.cause as Error).message).toMatch(/^HTTP 401/)
  })

  it('finds nobody at a closed port', async () => {
    const gone = await startFakeUpstream()
    await gone.close()
    const request = aRequest({ provider: api, apiBase: gone.url })
    const { failure } = await readToEnd((hear) =>
      provider.answer(request, new AbortController().signal, hear),
    )
    expect(failure?.code).toBe('model_unreachable')
  })
})

describe('how long to leave a busy model alone', () => {
  let upstream: FakeUpstream
  beforeAll(async () => {
    upstream = await startFakeUpstream()
  })
  afterAll(() => upstream.close())

  const waitAsked = async (api: (typeof ADAPTERS)[number]['api'], reply: Reply) => {
    upstream.script(() => ({ status: 429, ...reply }))
    const provider = ADAPTERS.find((adapter) => adapter.api === api)!.provider
    const request = aRequest({ provider: api, apiBase: upstream.url })
    const { failure } = await readToEnd((hear) =>
      provider.answer(request, new AbortController().signal, hear),
    )
    return failure?.retryAfterMs
  }

  it.each(['openai', 'anthropic_message', 'mistral'] as const)('%s: by header', async (api) => {
    expect(await waitAsked(api, { headers: { 'retry-after': '7' } })).toBe(7_000)
    expect(await waitAsked(api, { headers: { 'retry-after-ms': '250' } })).toBe(250)
    const date = 'Wed, 21 Oct 2026 07:28:00 GMT'
    const headers = { date, 'retry-after': 'Wed, 21 Oct 2026 07:28:12 GMT' }
    expect(await waitAsked(api, { headers })).toBe(12_000)
    expect(await waitAsked(api, {})).toBeUndefined()
  })

  it('gemini: by the detail in the body', async () => {
    const retryInfo = { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '3.5s' }
    const body = JSON.stringify({
      error: { code: 429, message: 'Slow down', details: [{ reason: 'RATE_LIMIT' }, retryInfo] },
    })
    expect(await waitAsked('gemini', { body })).toBe(3_500)
    expect(await waitAsked('gemini', {})).toBeUndefined()
  })
})
