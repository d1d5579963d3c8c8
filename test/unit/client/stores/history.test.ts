import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ConversationList, ConversationSummary } from '#shared/protocol/history'
import { useHistory } from '../../../../client/src/stores/history.js'
import { fakeSocket } from './fake-socket.js'

vi.mock('../../../../client/src/lib/socket.js', async () => ({
  socket: (await import('./fake-socket.js')).fakeSocket,
}))

const row = (id: string, updatedAt: number, title = id): ConversationSummary => ({
  conversationId: id,
  mode: 'battle',
  title,
  createdAt: updatedAt,
  updatedAt,
  turns: 1,
  unvoted: true,
  failed: false,
  pinned: false,
})

const respond = (...pages: (ConversationList | null)[]) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(() => {
      const page = pages.length > 1 ? pages.shift() : pages[0]
      return Promise.resolve(
        page
          ? new Response(JSON.stringify(page))
          : new Response('{"error":{"code":"internal","message":""}}', { status: 500 }),
      )
    }),
  )

const shown = () => useHistory().conversations.map(({ title }) => title)

beforeEach(() => {
  fakeSocket.reset()
  setActivePinia(createPinia())
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('the history', () => {
  it('pages back, and a fresh first page keeps what was read below it', async () => {
    respond(
      { conversations: [row('c', 30), row('b', 20)], next: '20.b' },
      { conversations: [row('a', 10)] },
      { conversations: [row('d', 40), row('c', 30, 'c renamed')], next: '30.c' },
    )
    const history = useHistory()
    await history.load()
    await history.more()
    expect(shown()).toEqual(['c', 'b', 'a'])
    expect(history.next).toBeUndefined()
    await history.load()
    expect(shown()).toEqual(['d', 'c renamed', 'b', 'a'])
  })

  it('drops what was deleted elsewhere, where the first page is all there is', async () => {
    respond({ conversations: [row('b', 20), row('a', 10)] }, { conversations: [row('b', 20)] })
    await useHistory().load()
    await useHistory().load()
    expect(shown()).toEqual(['b'])
  })

  it('looks again once for several changes of one moment', async () => {
    vi.useFakeTimers()
    respond({ conversations: [row('a', 10)] })
    useHistory().start()
    fakeSocket.hear('conversation:changed', { presence: 0 })
    fakeSocket.hear('conversation:revealed', {})
    fakeSocket.hear('connect')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(fetch).toHaveBeenCalledTimes(1)
    expect(shown()).toEqual(['a'])
    useHistory().stop()
    expect(fakeSocket.listeners()).toBe(0)
  })

  it('keeps a row whose renaming or deleting failed, and says why', async () => {
    respond({ conversations: [row('a', 10)] }, null)
    await useHistory().load()
    expect(await useHistory().rename('a', 'new')).toMatchObject({ code: 'internal' })
    expect(await useHistory().remove('a')).toMatchObject({ code: 'internal' })
    expect(shown()).toEqual(['a'])
  })

  it('shows what was found only as long as it is looked for', async () => {
    vi.useFakeTimers()
    const history = useHistory()
    respond({ conversations: [row('a', 30), row('b', 20)], next: '20.b' })
    await history.load()
    const answers: ((page: ConversationList) => void)[] = []
    const late = () =>
      new Promise((resolve) => answers.push((page) => resolve(new Response(JSON.stringify(page)))))
    vi.stubGlobal('fetch', vi.fn(late))
    void history.find('sea')
    await vi.advanceTimersByTimeAsync(1_000)
    void history.find('sea & sky')
    await vi.advanceTimersByTimeAsync(1_000)
    answers[1]!({ conversations: [row('c', 10)] })
    answers[0]!({ conversations: [row('d', 10)] })
    await vi.runAllTimersAsync()
    expect(shown()).toEqual(['c'])
    expect(history.next).toBeUndefined()
    const asked = vi.mocked(fetch).mock.calls.map(([url]) => (url as URL).search)
    expect(asked).toEqual(['?search=sea', '?search=sea+%26+sky'])
  })

  it('shows no row of other words where a search failed', async () => {
    vi.useFakeTimers()
    respond({ conversations: [row('a', 30)] }, null)
    const history = useHistory()
    await history.load()
    void history.find('sea')
    await vi.runAllTimersAsync()
    expect(shown()).toEqual([])
    expect(history.state).toBe('failed')
  })

  it('moves a row that is pinned here or in another tab, and back to its place', async () => {
    respond({ conversations: [row('c', 30), row('b', 20)], next: '0.20.b' })
    const history = useHistory()
    history.start()
    await history.load()
    const hear = (conversationId: string, pinned: boolean) =>
      fakeSocket.hear('conversation:changed', { conversationId, pinned, presence: 1 })
    hear('b', true)
    expect(shown()).toEqual(['b', 'c'])
    respond({ conversations: [row('a', 10)] })
    await history.more()
    hear('b', false)
    expect(shown()).toEqual(['c', 'b', 'a'])
    vi.stubGlobal(
      'fetch',
      vi.fn(() => Promise.resolve(new Response(null, { status: 204 }))),
    )
    expect(await history.pin('a', true)).toBeNull()
    expect(shown()).toEqual(['a', 'c', 'b'])
    history.stop()
  })

  it('reads the list again for a row that it does not know yet', async () => {
    vi.useFakeTimers()
    respond({ conversations: [{ ...row('a', 10), pinned: true }, row('c', 30)] })
    const history = useHistory()
    history.start()
    fakeSocket.hear('conversation:changed', { conversationId: 'a', pinned: true, presence: 1 })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(shown()).toEqual(['a', 'c'])
    history.stop()
  })

  it('keeps a row in its place where pinning failed', async () => {
    respond({ conversations: [row('c', 30), row('a', 10)] }, null)
    const history = useHistory()
    await history.load()
    expect(await history.pin('a', true)).toMatchObject({ code: 'internal' })
    expect(shown()).toEqual(['c', 'a'])
  })

  it('says that it failed only while it has nothing to show', async () => {
    respond(null, { conversations: [row('a', 10)] }, null)
    const history = useHistory()
    await history.load()
    expect(history.state).toBe('failed')
    await history.load()
    await history.load()
    expect(history.state).toBe('ready')
    expect(shown()).toEqual(['a'])
  })
})
