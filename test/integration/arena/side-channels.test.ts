import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ConversationList } from '#shared/protocol/history'
import { modelOf } from '../../support/fake-upstream/echo.js'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { fourModels } from '../../support/models.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

const PUBLIC = ['/api/models', '/api/site', '/health/live', '/health/ready', '/api/leaderboard']

/** Headers that differ between any two answers. */
const OF_EACH_ANSWER = ['date', 'x-request-id']

/** What differs between any two answers, whatever has happened in between. */
const passing = (body: string): string => body.replaceAll(/"updatedAt":\d+/gu, '')

describe('what anybody may ask says nothing of a battle that is open', () => {
  let upstream: FakeUpstream
  let arena: TestArena
  let person: TestPerson

  beforeAll(async () => {
    upstream = await startFakeUpstream()
    arena = await startArena({ models: fourModels(upstream.url) })
    person = await TestPerson.arrive(arena.url)
  })
  afterAll(async () => {
    person.leave()
    await arena.close()
    await upstream.close()
  })

  const look = () =>
    Promise.all(
      PUBLIC.map(async (path) => {
        const response = await person.fetch(path)
        const headers = Object.fromEntries(
          [...response.headers].filter(([name]) => !OF_EACH_ANSWER.includes(name)),
        )
        return { path, status: response.status, headers, body: passing(await response.text()) }
      }),
    )
  const play = async (text: string, meanwhile: () => Promise<void> = () => Promise.resolve()) => {
    const { conversationId } = await person.does('conversation:start', { mode: 'battle', text })
    await meanwhile()
    await person.hears('turn:done', (frame) => frame.conversationId === conversationId)
    return conversationId
  }

  it('before, during and after it, with models that answer and models that are given up', async () => {
    const before = await look()
    upstream.script((call) =>
      modelOf(call) === 'canary-model-g'
        ? { status: 401 }
        : { text: ['One. ', 'Two. '], chunkMs: 50 },
    )
    for (let battle = 0; battle < 6; battle += 1) {
      await play('Q', async () => expect(await look()).toEqual(before))
    }
    expect(await look()).toEqual(before)
  })

  it('no shared cache keeps what is somebody’s own', async () => {
    const id = await play('Q')
    for (const path of [`/api/conversations/${id}`, '/api/conversations', ...PUBLIC.slice(0, 2)]) {
      expect((await person.fetch(path)).headers.get('cache-control'), path).toBe('no-store')
    }
  })

  it('the operator’s figures are for the operator', async () => {
    expect((await person.fetch('/metrics')).status).toBe(401)
  })

  it('the history is in the order of the prompts, each by its own words', async () => {
    upstream.script((call) => ({ text: ['Fine.'], firstByteMs: modelOf(call).length % 5 }))
    const own = await TestPerson.arrive(arena.url)
    const prompts = ['First', 'Second', 'Third', 'Fourth']
    for (const text of prompts) {
      await own.does('conversation:start', { mode: 'battle', text })
    }
    await expect.poll(() => own.heard.filter((h) => h.event === 'turn:done').length).toBe(4)
    const list = (await (await own.fetch('/api/conversations')).json()) as ConversationList
    expect(list.conversations.map(({ title }) => title)).toEqual(prompts.reverse())
    own.leave()
  })
})
