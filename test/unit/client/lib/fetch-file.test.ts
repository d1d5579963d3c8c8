import { afterEach, describe, expect, it, vi } from 'vitest'
import { fetchFile } from '../../../../client/src/lib/fetch-file.js'

const answerWith = (answer: () => Promise<Response>) => vi.stubGlobal('fetch', vi.fn(answer))
afterEach(() => vi.unstubAllGlobals())

describe('a file of the API', () => {
  it.each([
    [`attachment; filename="??.md"; filename*=UTF-8''%E5%A4%A9%20a.md`, '天 a.md'],
    ['attachment; filename="a b.json"', 'a b.json'],
    [null, 'conversation'],
  ])('that comes with %s is called %s', async (disposition, name) => {
    const headers = new Headers(disposition ? { 'content-disposition': disposition } : {})
    answerWith(() => Promise.resolve(new Response('words', { headers })))
    const outcome = await fetchFile('api/x')
    if (!outcome.ok) throw new Error(outcome.error.code)
    expect(outcome.data.name).toBe(name)
    expect(outcome.data.file.size).toBe(5)
  })

  it('that is refused, cannot be reached or breaks off is no file', async () => {
    const refused = '{"error":{"code":"not_found","message":""}}'
    answerWith(() => Promise.resolve(new Response(refused, { status: 404 })))
    expect(await fetchFile('api/x')).toMatchObject({ ok: false, error: { code: 'not_found' } })
    answerWith(() => Promise.resolve(new Response('<html>', { status: 502 })))
    expect(await fetchFile('api/x')).toMatchObject({ ok: false, error: { code: 'internal' } })
    answerWith(() => Promise.reject(new TypeError('network')))
    expect(await fetchFile('api/x')).toMatchObject({ ok: false, error: { code: 'offline' } })
    const broken = new ReadableStream({
      start(stream) {
        stream.enqueue(new TextEncoder().encode('half'))
        stream.error(new Error('gone'))
      },
    })
    answerWith(() => Promise.resolve(new Response(broken)))
    expect(await fetchFile('api/x')).toMatchObject({ ok: false, error: { code: 'offline' } })
  })
})
