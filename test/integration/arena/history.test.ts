import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ConversationLocks } from '#server/arena/access/conversation-locks'
import type { ConversationList } from '#shared/protocol/history'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../../support/models.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

describe('a person’s own conversations', () => {
  let upstream: FakeUpstream
  let arena: TestArena
  let person: TestPerson

  beforeEach(async () => {
    upstream = await startFakeUpstream()
    arena = await startArena({ models: twoModels(upstream.url) })
    person = await TestPerson.arrive(arena.url)
  })
  afterEach(async () => {
    person.leave()
    await arena.close()
    await upstream.close()
  })

  const start = async (text = 'Q') =>
    (await person.does('conversation:start', { mode: 'battle', text })).conversationId
  const read = async (path: string) => (await person.fetch(path)).json()
  const erase = (id: string) => person.fetch(`/api/conversations/${id}`, { method: 'DELETE' })

  it('come page by page, each once', async () => {
    upstream.script(() => ({ text: ['Fine.'] }))
    const started = await Promise.all(Array.from({ length: 35 }, () => start()))
    const first = (await read('/api/conversations')) as ConversationList
    expect(first.next).toMatch(/^0\.\d+\.[\w-]+$/)
    const second = (await read(`/api/conversations?before=${first.next}`)) as ConversationList
    const listed = [...first.conversations, ...second.conversations]
    expect(listed.map((row) => row.conversationId).sort()).toEqual(started.sort())
    expect(second.next).toBeUndefined()
  })

  it('are found by words, page by page, and by nobody else', async () => {
    upstream.script(() => ({ text: ['Fine.'] }))
    const wanted = await Promise.all(Array.from({ length: 31 }, () => start('Tell me of the Sea')))
    await start('Of the land')
    const first = (await read('/api/conversations?search=sea')) as ConversationList
    const second = (await read(
      `/api/conversations?search=sea&before=${first.next}`,
    )) as ConversationList
    const listed = [...first.conversations, ...second.conversations]
    expect(listed.map((row) => row.conversationId).sort()).toEqual(wanted.sort())
    expect(await read('/api/conversations?search=sky')).toEqual({ conversations: [] })
    const other = await TestPerson.arrive(arena.url)
    const theirs = await other.fetch('/api/conversations?search=sea')
    expect(await theirs.json()).toEqual({ conversations: [] })
    other.leave()
    expect((await person.fetch(`/api/conversations?search=${'x'.repeat(101)}`)).status).toBe(400)
  })

  it.each(['1700000000000', 'x.y', '1.', '1.a%27b', '0.1.a%27b', '2.1.a', '20.b'])(
    'take no cursor such as %s',
    async (cursor) => {
      const response = await person.fetch(`/api/conversations?before=${cursor}`)
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({ error: { code: 'invalid_payload' } })
    },
  )

  it('stand on top where they are pinned, in every tab of their owner, and over pages', async () => {
    upstream.script(() => ({ text: ['Fine.'] }))
    const elsewhere = await person.again()
    const started: string[] = []
    for (let count = 0; count < 32; count += 1) started.push(await start())
    const oldest = started[0]!
    const pin = (pinned: boolean) =>
      person.fetch(`/api/conversations/${oldest}`, {
        method: 'PATCH',
        body: JSON.stringify({ pinned }),
      })
    expect((await pin(true)).status).toBe(204)
    await elsewhere.hears(
      'conversation:changed',
      (event) => event.conversationId === oldest && event.pinned === true,
    )
    elsewhere.leave()
    const first = (await read('/api/conversations')) as ConversationList
    expect(first.conversations[0]).toMatchObject({
      conversationId: oldest,
      pinned: true,
      title: 'Q',
    })
    expect(first.conversations[1]).toMatchObject({ pinned: false })
    const second = (await read(`/api/conversations?before=${first.next}`)) as ConversationList
    const listed = [...first.conversations, ...second.conversations]
    expect(listed.map((row) => row.conversationId).sort()).toEqual(started.sort())
    expect((await pin(false)).status).toBe(204)
    const unpinned = (await read('/api/conversations')) as ConversationList
    expect(unpinned.conversations.some(({ conversationId }) => conversationId === oldest)).toBe(
      false,
    )
  })

  it.each(['{}', '{"pinned":1}', '{"title":" "}', '{"pinned":true,"ownerId":"x"}'])(
    'are not changed by %s',
    async (body) => {
      upstream.script(() => ({ text: ['Fine.'] }))
      const id = await start()
      const reply = await person.fetch(`/api/conversations/${id}`, { method: 'PATCH', body })
      expect(reply.status).toBe(400)
    },
  )

  it('stop when they are deleted, are told to other tabs, and are gone for the next action', async () => {
    upstream.script(() => ({ text: ['Begun'], cut: { after: 1, by: 'stall' } }))
    const elsewhere = await person.again()
    const conversationId = await start()
    await person.hears('answer:delta')
    expect((await erase(conversationId)).status).toBe(204)
    const told = await elsewhere.hears('conversation:changed')
    expect(told).toEqual({ conversationId, votable: false, presence: 0 })
    await person.hears('conversation:changed')
    const calls = upstream.calls.slice(-2)
    expect(await Promise.all(calls.map((call) => call.closed))).toEqual(['aborted', 'aborted'])
    const events = person.heard.map(({ event }) => event)
    expect(events.slice(-2)).toEqual(['turn:done', 'conversation:changed'])
    expect(await elsewhere.ask('conversation:join', { conversationId })).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    })
    elsewhere.leave()
  })

  it('are deleted only after the command that runs on them', async () => {
    upstream.script(() => ({ text: ['Fine.'] }))
    const conversationId = await start()
    await person.hears('turn:done')
    const locks = arena.app.get(ConversationLocks)
    const run = vi.spyOn(locks, 'run')
    let finish = () => undefined as void
    const command = locks.run(conversationId, () => new Promise<void>((end) => (finish = end)))
    const erased = erase(conversationId)
    await vi.waitUntil(() => run.mock.calls.length === 2)
    expect((await person.fetch(`/api/conversations/${conversationId}`)).status).toBe(200)
    finish()
    await command
    expect((await erased).status).toBe(204)
    expect((await person.fetch(`/api/conversations/${conversationId}`)).status).toBe(404)
  })
})
