import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useLeaderboard } from '../../../../client/src/stores/leaderboard.js'
import { aBoard } from './support.js'

type Listener = (payload?: unknown) => void

const { listeners, socket, request } = vi.hoisted(() => {
  const listeners = new Map<string, Set<Listener>>()
  const bound = (event: string) =>
    listeners.get(event) ?? listeners.set(event, new Set()).get(event)!
  const socket = {
    connected: true,
    on: (event: string, listener: Listener) => bound(event).add(listener),
    off: (event: string, listener: Listener) => bound(event).delete(listener),
  }
  return { listeners, socket, request: vi.fn() }
})
vi.mock('../../../../client/src/lib/socket.js', () => ({ socket }))
vi.mock('../../../../client/src/lib/request.js', () => ({ request }))

const hear = (event: string, payload?: unknown) =>
  listeners.get(event)?.forEach((listener) => listener(payload))
const asked = () => request.mock.calls.map(([event, slice]) => [event, slice])

beforeEach(() => {
  setActivePinia(createPinia())
  listeners.clear()
  socket.connected = true
  request.mockReset()
  request.mockImplementation((_event: string, slice: object) =>
    Promise.resolve({ ok: true, data: aBoard({ slice, updatedAt: 5_000 }) }),
  )
})

describe('the board of a page', () => {
  it('is asked for, then follows what the server sends', async () => {
    const store = useLeaderboard()
    await store.watch()
    expect(store.board?.votes).toBe(1_234)
    hear('leaderboard:updated', aBoard({ votes: 1_235, updatedAt: 6_000 }))
    expect(store.board?.votes).toBe(1_235)
  })

  it('is no older than the one that stands, and of no other slice', async () => {
    const store = useLeaderboard()
    await store.watch()
    hear('leaderboard:updated', aBoard({ votes: 1, updatedAt: 4_999 }))
    hear('leaderboard:updated', aBoard({ votes: 2, updatedAt: 9_000, slice: { demo: true } }))
    expect(store.board?.votes).toBe(1_234)
  })

  it('stays when its push overtook the answer to the watch', async () => {
    const store = useLeaderboard()
    let answer!: (outcome: unknown) => void
    request.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)))
    const asking = store.watch()
    hear('leaderboard:updated', aBoard({ votes: 1_236, updatedAt: 8_000 }))
    answer({ ok: true, data: aBoard({ votes: 1_235, updatedAt: 7_000 }) })
    await asking
    expect(store.board?.votes).toBe(1_236)
  })

  it('is well again after an answer that brings nothing newer', async () => {
    const store = useLeaderboard()
    await store.watch()
    request.mockResolvedValueOnce({ ok: false, error: { code: 'offline', message: '' } })
    await store.refresh()
    request.mockResolvedValueOnce({ ok: true, data: aBoard({ votes: 1, updatedAt: 4_999 }) })
    await store.refresh()
    expect(store.board?.votes).toBe(1_234)
    expect(store.failure).toBeNull()
  })

  it('is asked for again when the connection comes back', async () => {
    const store = useLeaderboard()
    await store.watch()
    hear('connect')
    await vi.waitFor(() => expect(request).toHaveBeenCalledTimes(2))
  })

  it('stays when the server cannot be asked, with what went wrong, and is well again after', async () => {
    const store = useLeaderboard()
    await store.watch()
    request.mockResolvedValueOnce({ ok: false, error: { code: 'offline', message: '' } })
    await store.refresh()
    expect(store.failure?.code).toBe('offline')
    expect(store.board?.votes).toBe(1_234)
    hear('leaderboard:updated', aBoard({ updatedAt: 7_000 }))
    expect(store.failure).toBeNull()
  })

  it('changes with the slice; an answer that comes late changes nothing', async () => {
    const store = useLeaderboard()
    let late!: (outcome: unknown) => void
    request.mockReturnValueOnce(new Promise((resolve) => (late = resolve)))
    const first = store.watch()
    await store.show({ demo: true })
    expect(store.board?.slice).toEqual({ demo: true })
    late({ ok: true, data: aBoard({ votes: 77, updatedAt: 99_000 }) })
    await first
    expect(store.board?.slice).toEqual({ demo: true })
    expect(asked()).toEqual([
      ['leaderboard:watch', {}],
      ['leaderboard:unwatch', {}],
      ['leaderboard:watch', { demo: true }],
    ])
  })

  it('is the board of the slice that was asked for, in whatever words; else it is not current', async () => {
    const store = useLeaderboard()
    await store.watch({ category: 'overall', own: false })
    expect(asked()).toEqual([['leaderboard:watch', {}]])
    expect(store.isCurrent).toBe(true)
    request.mockResolvedValueOnce({ ok: true, data: {} })
    request.mockResolvedValueOnce({ ok: false, error: { code: 'not_found', message: '' } })
    await store.show({ excludeTies: true })
    expect(store.isCurrent).toBe(false)
    expect(store.failure?.code).toBe('not_found')
    await store.show({})
    expect(store.isCurrent).toBe(true)
    expect(store.failure).toBeNull()
  })

  it('unbinds all that it bound and tells the server', async () => {
    const store = useLeaderboard()
    await store.watch()
    store.unwatch()
    expect([...listeners.values()].every((set) => set.size === 0)).toBe(true)
    expect(asked().at(-1)).toEqual(['leaderboard:unwatch', {}])
  })
})
