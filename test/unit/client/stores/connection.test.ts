import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useConnection } from '../../../../client/src/stores/connection.js'
import { fakeSocket } from './fake-socket.js'

vi.mock('../../../../client/src/lib/socket.js', async () => ({
  socket: (await import('./fake-socket.js')).fakeSocket,
}))

const settle = () => new Promise((resolve) => setImmediate(resolve))
const connects = () => fakeSocket.calls.filter((call) => call === 'connect').length

beforeEach(() => {
  fakeSocket.reset()
  setActivePinia(createPinia())
  vi.stubGlobal(
    'fetch',
    vi.fn(() => Promise.resolve(new Response('{}'))),
  )
  useConnection().start()
})

afterEach(() => {
  useConnection().stop()
  vi.unstubAllGlobals()
})

describe('the connection', () => {
  it('is online once connected, and offline when it is lost', () => {
    expect(useConnection().state).toBe('connecting')
    fakeSocket.hear('connect')
    expect(useConnection().state).toBe('online')
    fakeSocket.hear('disconnect', 'transport close')
    expect(useConnection().state).toBe('offline')
  })

  it('calls back a server that closed it on purpose', () => {
    fakeSocket.active = false
    fakeSocket.hear('disconnect', 'io server disconnect')
    expect(connects()).toBe(2)
  })

  it('fetches a session once when the server asks for one', async () => {
    fakeSocket.active = false
    fakeSocket.hear('connect_error', new Error('session_required'))
    await settle()
    expect(String(vi.mocked(fetch).mock.calls[0]?.[0])).toMatch(/\/api\/site$/)
    expect(connects()).toBe(2)
    fakeSocket.hear('connect_error', new Error('session_required'))
    await settle()
    expect(fetch).toHaveBeenCalledTimes(1)
    expect(useConnection().state).toBe('refused')
  })

  it('is refused from a foreign origin, and merely offline without a network', () => {
    fakeSocket.hear('connect_error', new Error('websocket error'))
    expect(useConnection().state).toBe('offline')
    fakeSocket.hear('connect_error', new Error('origin_refused'))
    expect(useConnection().state).toBe('refused')
  })

  it('knows which limit it has come to, and tries again when it may', () => {
    vi.useFakeTimers()
    const data = {
      code: 'rate_limited',
      message: '',
      retryAfterMs: 15_000,
      limit: { of: 'sockets', per: 'session' },
    }
    fakeSocket.hear('connect_error', Object.assign(new Error('rate_limited'), { data }))
    expect(useConnection().state).toBe('refused')
    expect(useConnection().refusal).toEqual(data)
    vi.advanceTimersByTime(14_999)
    expect(connects()).toBe(1)
    vi.advanceTimersByTime(1)
    expect(connects()).toBe(2)
    vi.useRealTimers()
  })

  it('does not wait for the library when the page comes back, and leaves a good connection alone', () => {
    fakeSocket.hear('connect')
    window.dispatchEvent(new Event('online'))
    expect(fakeSocket.calls).toEqual(['connect'])
    fakeSocket.hear('disconnect', 'transport close')
    window.dispatchEvent(new Event('online'))
    expect(fakeSocket.calls).toEqual(['connect', 'disconnect', 'connect'])
  })

  it('binds nothing that it does not unbind', () => {
    useConnection().stop()
    expect(fakeSocket.listeners()).toBe(0)
  })
})
