import dns from 'node:dns'
import { gzipSync } from 'node:zlib'
import { getGlobalDispatcher, setGlobalDispatcher, type Dispatcher } from 'undici'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { ANSWER_ERROR_CODES } from '#shared/error-codes'
import { installDispatcher, type ProxyEnvironment } from '#server/provider/http-dispatcher'
import { aRequest } from '../../support/answer-requests.js'
import { readToEnd } from '../../support/answers.js'
import { startConnectProxy, type ConnectProxy } from '../../support/connect-proxy.js'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { ADAPTERS } from './adapters.js'

const HOSTS = {
  openai: 'api.openai.com',
  anthropic_message: 'api.anthropic.com',
  gemini: 'generativelanguage.googleapis.com',
  mistral: 'api.mistral.ai',
}

/** What is unpacked of a fraction of a megabyte. */
const PACKED_BYTES = 100_000_000

type Callback = (error: null, found: { address: string; family: number }[]) => void

let upstream: FakeUpstream
let proxy: ConnectProxy
let before: Dispatcher
let installed: Dispatcher | undefined

const install = (env: ProxyEnvironment, allowedHosts?: string[]) => {
  installed = installDispatcher(env, allowedHosts)
}
const portOf = (url: string) => Number(new URL(url).port)

beforeAll(async () => {
  before = getGlobalDispatcher()
  upstream = await startFakeUpstream()
  proxy = await startConnectProxy(portOf(upstream.url))
})
beforeEach(() => {
  upstream.script(() => ({ text: ['Yes.'] }))
  proxy.tunnels.length = 0
})
afterEach(async () => {
  vi.restoreAllMocks()
  setGlobalDispatcher(before)
  await installed?.destroy()
})
afterAll(async () => {
  await proxy.close()
  await upstream.close()
})

describe.each(ADAPTERS)('$api on its way to the model', ({ api, provider }) => {
  const ask = (apiBase: string) =>
    readToEnd((hear) =>
      provider.answer(
        aRequest({ provider: api, apiBase }, { parameters: { maxTokens: 9 } }),
        new AbortController().signal,
        hear,
      ),
    )

  it('goes through the proxy of the system', async () => {
    install({ HTTP_PROXY: proxy.url })
    expect((await ask(`http://${HOSTS[api]}`)).text).toBe('Yes.')
    expect(proxy.tunnels).toEqual([`${HOSTS[api]}:80`])
  })

  it('goes through HTTPS_PROXY to an https address', async () => {
    install({ HTTPS_PROXY: proxy.url })
    // The upstream behind the proxy speaks no TLS, so the tunnel is all there is to see.
    expect((await ask(`https://${HOSTS[api]}`)).failure?.code).toBe('model_unreachable')
    expect(proxy.tunnels).toEqual([`${HOSTS[api]}:443`])
  })

  it('goes straight to a host of NO_PROXY', async () => {
    install({ HTTP_PROXY: proxy.url, NO_PROXY: 'example.com,127.0.0.1' })
    expect((await ask(upstream.url)).text).toBe('Yes.')
    expect(proxy.tunnels).toEqual([])
  })

  it('finds the model unreachable when the proxy refuses', async () => {
    const closed = await startConnectProxy(portOf(upstream.url), 407)
    install({ HTTP_PROXY: closed.url })
    expect((await ask(`http://${HOSTS[api]}`)).failure?.code).toBe('model_unreachable')
    await closed.close()
  })

  it('asks no metadata address, not even through the proxy', async () => {
    for (const env of [{}, { HTTP_PROXY: proxy.url }]) {
      install(env)
      expect((await ask('http://169.254.169.254')).failure?.code).toBe('model_unreachable')
    }
    expect(proxy.tunnels).toEqual([])
    install({ HTTP_PROXY: proxy.url }, ['169.254.169.254'])
    expect((await ask('http://169.254.169.254')).text).toBe('Yes.')
  })

  it('asks no name that leads to a metadata address', async () => {
    const { port } = new URL(upstream.url)
    const resolve = vi.spyOn(dns, 'lookup')
    const leadTo = (...addresses: string[]) =>
      resolve.mockImplementation(((_host: string, _options: object, callback: Callback) =>
        callback(
          null,
          addresses.map((address) => ({ address, family: 4 })),
        )) as never)
    leadTo('127.0.0.1')
    install({})
    expect((await ask(`http://models.example:${port}`)).text).toBe('Yes.')
    leadTo('127.0.0.1', '169.254.169.254')
    install({})
    expect((await ask(`http://models.example:${port}`)).failure?.code).toBe('model_unreachable')
  })

  it('asks for what is not compressed, and unpacks nothing that is', async () => {
    const line = gzipSync(Buffer.alloc(PACKED_BYTES, 'x'))
    const used = () => {
      const { heapUsed, external } = process.memoryUsage()
      return heapUsed + external
    }
    for (const type of ['text/event-stream', 'application/json']) {
      for (const status of [200, 400]) {
        const headers = { 'content-type': type, 'content-encoding': 'gzip' }
        upstream.script(() => ({ body: line, status, headers }))
        install({})
        const before = used()
        let most = 0
        const look = setInterval(() => (most = Math.max(most, used() - before)), 2)
        const { failure } = await ask(upstream.url)
        clearInterval(look)
        expect(ANSWER_ERROR_CODES).toContain(failure?.code)
        expect(upstream.calls.at(-1)!.headers['accept-encoding']).toBe('identity')
        expect(most).toBeLessThan(PACKED_BYTES / 4)
      }
    }
  }, 60_000)

  it('is not led to another host by a redirect', async () => {
    const elsewhere = await startFakeUpstream()
    const location = `${elsewhere.url}/v1/chat/completions`
    upstream.script(() => ({ status: 307, headers: { location } }))
    install({})
    expect((await ask(upstream.url)).failure?.code).toBe('model_misconfigured')
    expect(elsewhere.calls).toEqual([])
    await elsewhere.close()
  })
})

describe('a request to the provider itself', () => {
  const callTo = async (api: keyof typeof HOSTS) => {
    install({ HTTP_PROXY: proxy.url })
    const request = aRequest(
      { provider: api, apiBase: `http://${HOSTS[api]}` },
      { parameters: { maxTokens: 9 } },
    )
    const { provider } = ADAPTERS.find((adapter) => adapter.api === api)!
    await readToEnd((hear) => provider.answer(request, new AbortController().signal, hear))
    return upstream.calls.at(-1)!
  }

  it('openai: names the longest answer as its newest models want', async () => {
    const { body } = await callTo('openai')
    expect(body).toMatchObject({ max_completion_tokens: 9 })
    expect(body).not.toHaveProperty('max_tokens')
  })

  it('anthropic: speaks the newest form', async () => {
    const { headers } = await callTo('anthropic_message')
    expect(headers.authorization).toBe('Bearer sk-secret-1')
    expect(headers['x-api-key']).toBeUndefined()
    expect(headers['anthropic-version']).toBe('2026-10-21')
  })
})
