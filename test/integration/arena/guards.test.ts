import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PROMPT_LIMIT, TURN_LIMIT } from '#shared/limits'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../../support/models.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

let upstream: FakeUpstream
let arena: TestArena
let owner: TestPerson
let stranger: TestPerson
beforeAll(async () => {
  upstream = await startFakeUpstream()
  arena = await startArena({ models: twoModels(upstream.url), env: { LIMITS: 'off' } })
  owner = await TestPerson.arrive(arena.url)
  stranger = await TestPerson.arrive(arena.url)
})
afterAll(async () => {
  owner.leave()
  stranger.leave()
  await arena.close()
  await upstream.close()
})

const begin = async (mode: 'battle' | 'side-by-side' | 'direct') => {
  const models = { battle: [], 'side-by-side': ['alpha', 'beta'], direct: ['alpha'] }[mode]
  const { conversationId } = await owner.does('conversation:start', {
    ...{ mode, text: 'Q' },
    ...(models.length > 0 && { models }),
  })
  await owner.hears('turn:done', (frame) => frame.conversationId === conversationId)
  return conversationId
}

describe('a stranger', () => {
  it.each([
    ['PATCH', { title: 'Mine now' }],
    ['PATCH', { pinned: true }],
    ['DELETE', undefined],
    ['GET', undefined],
  ])('finds nothing to %s', async (method, body) => {
    const id = await begin('direct')
    const path = `/api/conversations/${id}`
    const reply = await stranger.fetch(path, { method, body: body && JSON.stringify(body) })
    expect(reply.status).toBe(404)
    const kept = (await (await owner.fetch(path)).json()) as { snapshot: { title: string } }
    expect(JSON.stringify(kept)).toContain('"Q"')
    expect(JSON.stringify(kept)).not.toContain('Mine now')
  })

  it('cannot react to an answer', async () => {
    const conversationId = await begin('direct')
    const reaction = { conversationId, turn: 1, reaction: 'up' as const }
    expect(await stranger.ask('answer:react', reaction)).toMatchObject({
      error: { code: 'not_found' },
    })
    expect(await owner.ask('answer:react', reaction)).toMatchObject({ ok: true })
  })

  it('cannot say why of another’s vote', async () => {
    const conversationId = await begin('battle')
    await owner.does('vote:cast', { conversationId, turn: 1, choice: 'a' })
    const note = { conversationId, turn: 1, comment: 'mine' }
    expect(await stranger.ask('vote:annotate', note)).toMatchObject({
      error: { code: 'not_found' },
    })
  })
})

describe('an owner', () => {
  it('cannot have answers anew that were voted on', async () => {
    const conversationId = await begin('battle')
    await owner.does('vote:cast', { conversationId, turn: 1, choice: 'a' })
    const asked = upstream.calls.length
    const retry = { commandId: randomUUID(), conversationId }
    expect(await owner.ask('turn:retry', retry)).toMatchObject({ ok: false })
    expect(upstream.calls).toHaveLength(asked)
  })

  it.each(['battle', 'direct'] as const)(
    'is told the limit of a later prompt too: %s',
    async (mode) => {
      const conversationId = await begin(mode)
      const text = '汉'.repeat(PROMPT_LIMIT[mode] + 1)
      const command = { commandId: randomUUID(), conversationId, text }
      const reply = await owner.ask('conversation:continue', command)
      expect(reply).toMatchObject({ error: { code: 'text_too_long' } })
      expect(JSON.stringify(reply)).toContain(String(PROMPT_LIMIT[mode] + 1))
    },
  )

  it('has fifty turns', async () => {
    const conversationId = await begin('direct')
    for (let turn = 2; turn <= TURN_LIMIT; turn += 1) {
      await owner.does('conversation:continue', { conversationId, text: 'More' })
      await owner.hears(
        'turn:done',
        (frame) => frame.conversationId === conversationId && frame.turn === turn,
      )
    }
    const command = { commandId: randomUUID(), conversationId, text: 'One more' }
    expect(await owner.ask('conversation:continue', command)).toMatchObject({
      error: { code: 'turn_limit' },
    })
  })
})

it('what an earlier answer said of itself keeps a later vote off the boards', async () => {
  upstream.script(() => ({ text: ['I am Claude, by Anthropic.'] }))
  const conversationId = await begin('battle')
  upstream.script(() => ({ text: ['Nothing of the kind.'] }))
  await owner.does('conversation:continue', { conversationId, text: 'Second' })
  await owner.hears(
    'turn:done',
    (frame) => frame.conversationId === conversationId && frame.turn === 2,
  )
  await owner.does('vote:cast', { conversationId, turn: 2, choice: 'a' })
  const { vote } = await owner.hears(
    'conversation:revealed',
    (frame) => frame.conversationId === conversationId,
  )
  expect(vote).toMatchObject({ rated: false, unratedReason: 'identity_leaked' })
})
