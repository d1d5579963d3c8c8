import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../../support/models.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

describe('the named modes', () => {
  let upstream: FakeUpstream
  let arena: TestArena
  let person: TestPerson

  beforeAll(async () => {
    upstream = await startFakeUpstream()
    const models = twoModels(upstream.url)
    arena = await startArena({
      models: {
        ...models,
        'only-in-battles': { ...models.alpha, anony_only: true },
        keyless: { ...models.alpha, api_key: '${NOT_SET_ANYWHERE}' },
      },
    })
    person = await TestPerson.arrive(arena.url)
  })
  afterAll(async () => {
    person.leave()
    await arena.close()
    await upstream.close()
  })

  const direct = async (more: object = {}) => {
    const { conversationId } = await person.does('conversation:start', {
      mode: 'direct',
      text: 'Hello?',
      models: ['alpha'],
      ...more,
    })
    await person.hears('turn:done', (frame) => frame.conversationId === conversationId)
    return conversationId
  }

  it('name their models from the start', async () => {
    const conversationId = await direct()
    const { snapshot } = await person.does('conversation:join', { conversationId })
    expect(snapshot.sides).toMatchObject({ a: { name: 'alpha', provider: 'openai' } })
  })

  it('send the parameters and the system prompt that were chosen, and no others', async () => {
    await direct({ parameters: { temperature: 0.3, maxTokens: 99 }, systemPrompt: 'Be brief.' })
    const { body } = upstream.calls.at(-1)!
    expect(body).toMatchObject({ temperature: 0.3, model: 'alpha-1' })
    expect(body.max_tokens ?? body.max_completion_tokens).toBe(99)
    expect(body).not.toHaveProperty('top_p')
    expect(JSON.stringify(body.messages)).toContain('Be brief.')
  })

  it('show reasoning beside the answer, and say what kind of failure it was', async () => {
    upstream.script(() => ({ reasoning: ['Hm, '], text: ['Yes.'] }))
    const thoughtful = await direct()
    expect((await person.hears('answer:delta', ({ kind }) => kind === 'reasoning')).text).toBe(
      'Hm, ',
    )
    const { snapshot } = await person.does('conversation:join', { conversationId: thoughtful })
    expect(snapshot.turns[0]!.answers.a).toMatchObject({ reasoning: 'Hm, ', text: 'Yes.' })

    upstream.script(() => ({ status: 429 }))
    const busy = await direct()
    const failed = await person.hears('answer:failed', (frame) => frame.conversationId === busy)
    expect(failed.error?.code).toBe('model_busy')
    upstream.script(() => ({ text: ['Hello.'] }))
  })

  it('take one reaction an answer, that can be changed', async () => {
    const conversationId = await direct()
    await person.does('answer:react', { conversationId, turn: 1, reaction: 'up' })
    await person.does('answer:react', { conversationId, turn: 1, reaction: 'flag' })
    const { snapshot } = await person.does('conversation:join', { conversationId })
    expect(snapshot.turns[0]!.answers.a!.reaction).toBe('flag')
    const missing = { conversationId, turn: 7, reaction: 'up' as const }
    expect(await person.ask('answer:react', missing)).toMatchObject({
      error: { code: 'not_found' },
    })
  })

  it('side by side: the same model twice, a vote a turn, never rated', async () => {
    const { conversationId } = await person.does('conversation:start', {
      mode: 'side-by-side',
      text: 'Twice?',
      models: ['alpha', 'alpha'],
    })
    for (const turn of [1, 2]) {
      if (turn > 1) await person.does('conversation:continue', { conversationId, text: 'Again?' })
      const own = (frame: { conversationId: string; turn: number }) =>
        frame.conversationId === conversationId && frame.turn === turn
      await person.hears('turn:done', own)
      await person.does('vote:cast', { conversationId, turn, choice: turn === 1 ? 'a' : 'tie' })
      const revealed = await person.hears('conversation:revealed', own)
      expect(revealed.vote).toMatchObject({ rated: false, unratedReason: 'named_mode' })
    }
    const { snapshot } = await person.does('conversation:join', { conversationId })
    expect(snapshot.turns.map((turn) => turn.vote?.choice)).toEqual(['a', 'tie'])
  })

  it.each([
    [['no-such-model'], 'model_unavailable'],
    [['only-in-battles'], 'model_unavailable'],
    [['keyless'], 'model_unavailable'],
    [[], 'invalid_payload'],
  ])('refuse %o', async (models, code) => {
    const start = { commandId: randomUUID(), mode: 'direct' as const, text: 'Hi', models }
    expect(await person.ask('conversation:start', start)).toMatchObject({
      ok: false,
      error: { code },
    })
  })

  it('list every model that may be chosen, and why one cannot be', async () => {
    const { models } = (await (await person.fetch('/api/models')).json()) as {
      models: { name: string; available: boolean; reason?: string }[]
    }
    expect(models.map(({ name, available }) => [name, available])).toEqual([
      ['alpha', true],
      ['beta', true],
      ['keyless', false],
    ])
    expect(models[2]!.reason).toContain('NOT_SET_ANYWHERE')
  })
})
