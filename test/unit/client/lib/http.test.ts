import { afterEach, describe, expect, it, vi } from 'vitest'
import { basePath } from '../../../../client/src/lib/base-url.js'
import { http } from '../../../../client/src/lib/http.js'

const respond = (status: number, body: string) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(() => Promise.resolve(new Response(body === '' ? null : body, { status }))),
  )

const asked = (): string => String(vi.mocked(fetch).mock.calls[0]?.[0])

afterEach(() => {
  vi.unstubAllGlobals()
  document.head.querySelector('base')?.remove()
})

describe('an HTTP request', () => {
  it('brings back the body', async () => {
    respond(200, '{"models":[]}')
    expect(await http('GET', 'api/models')).toEqual({ ok: true, data: { models: [] } })
  })

  it('brings back the error of the contract', async () => {
    respond(429, '{"error":{"code":"rate_limited","message":"Slow.","retryAfterMs":500}}')
    expect(await http('GET', 'api/models')).toEqual({
      ok: false,
      error: { code: 'rate_limited', message: 'Slow.', retryAfterMs: 500 },
    })
  })

  it('has a word for a proxy that answers with a page of its own', async () => {
    respond(502, '<html>Bad gateway</html>')
    expect(await http('GET', 'api/models')).toMatchObject({ error: { code: 'internal' } })
    respond(200, '<html>Please log in</html>')
    expect(await http('GET', 'api/models')).toMatchObject({ error: { code: 'unreadable_answer' } })
  })

  it('takes an empty answer for one', async () => {
    respond(204, '')
    expect(await http('DELETE', 'api/conversations/c1')).toMatchObject({ ok: true })
  })

  it('says that the server is out of reach instead of throwing', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    expect(await http('GET', 'api/models')).toMatchObject({ error: { code: 'offline' } })
  })

  it('asks under the path that the page names as its base', async () => {
    const base = document.createElement('base')
    base.href = '/arena/'
    document.head.append(base)
    respond(200, '{}')
    await http('GET', 'api/site')
    expect(new URL(asked()).pathname).toBe('/arena/api/site')
    expect(basePath()).toBe('/arena/')
  })

  it('asks at the root where the page names no base, however deep its address is', async () => {
    window.history.replaceState(null, '', '/c/abc')
    respond(200, '{}')
    await http('GET', 'api/site')
    expect(new URL(asked()).pathname).toBe('/api/site')
  })
})
