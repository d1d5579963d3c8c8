import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Board } from '#shared/protocol/leaderboard'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../../support/models.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

const TOKEN = 'a-token-of-more-than-thirty-two-letters'

describe('a reload of the models', () => {
  let upstream: FakeUpstream
  let arena: TestArena
  let person: TestPerson

  beforeAll(async () => {
    upstream = await startFakeUpstream()
    arena = await startArena({ models: twoModels(upstream.url), env: { ADMIN_TOKEN: TOKEN } })
    person = await TestPerson.arrive(arena.url)
  })
  afterAll(async () => {
    person.leave()
    await arena.close()
    await upstream.close()
  })

  const save = (models: unknown) =>
    writeFileSync(
      join(arena.dataDir, 'api_endpoint.json'),
      typeof models === 'string' ? models : JSON.stringify(models),
    )
  const reload = async () => {
    const headers = { authorization: `Bearer ${TOKEN}` }
    const response = await person.fetch('/api/admin/reload', { method: 'POST', headers })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }
  const vote = async () => {
    const { conversationId } = await person.does('conversation:start', {
      mode: 'battle',
      text: 'Q',
    })
    const own = (frame: { conversationId: string }) => frame.conversationId === conversationId
    await person.hears('turn:done', own)
    await person.does('vote:cast', { conversationId, turn: 1, choice: 'tie' })
    await person.hears('conversation:revealed', own)
  }
  const rows = async () => {
    const board = (await (await person.fetch('/api/leaderboard')).json()) as Board
    return board.rows.map(({ model, version, current, votes }) => [model, version, current, votes])
  }

  it('never mixes the votes of two models under one name', async () => {
    await vote()
    const models = twoModels(upstream.url)
    save({ ...models, alpha: { ...models.alpha, model_name: 'alpha-2' } })
    expect((await reload()).body).toMatchObject({ changed: ['alpha'] })
    await vote()
    expect((await rows()).sort()).toEqual([
      ['alpha', 1, false, 1],
      ['alpha', 2, true, 1],
      ['beta', 1, true, 2],
    ])
  })

  it('leaves an answer that is on its way alone', async () => {
    upstream.script(() => ({ text: ['One ', 'two ', 'three.'], chunkMs: 150 }))
    const { conversationId } = await person.does('conversation:start', {
      mode: 'direct',
      text: 'Count.',
      models: ['beta'],
    })
    const own = (frame: { conversationId: string }) => frame.conversationId === conversationId
    await person.hears('answer:delta', own)
    save({ alpha: twoModels(upstream.url).alpha })
    expect((await reload()).body).toMatchObject({ removed: ['beta'] })
    await person.hears('turn:done', own)
    const { snapshot } = await person.does('conversation:join', { conversationId })
    expect(snapshot.turns[0]!.answers.a).toMatchObject({ text: 'One two three.', status: 'done' })
    const commandId = 'after'
    const next = { commandId, conversationId, text: 'And four?' }
    expect(await person.ask('conversation:continue', next)).toMatchObject({
      error: { code: 'model_unavailable' },
    })
  })

  it('refuses a file with faults, lists them all, and keeps what was there', async () => {
    save({ alpha: { ...twoModels(upstream.url).alpha, weight: 'much', api_type: 'nonsense' } })
    const { status, body } = await reload()
    expect(status).toBe(422)
    const error = body.error as { code: string; faults: { path: string }[] }
    expect(error.code).toBe('config_invalid')
    expect(error.faults.map((fault) => fault.path).sort()).toEqual([
      'alpha.api_type',
      'alpha.weight',
    ])
    expect(JSON.stringify(body)).not.toMatch(/nonsense|much/)
    const { models } = (await (await person.fetch('/api/models')).json()) as { models: unknown[] }
    expect(models).toHaveLength(1)
  })
  it('gives a model its first version when it can answer, not while it waits for a variable', async () => {
    const models = twoModels(upstream.url)
    save({ ...models, gamma: { ...models.alpha, model_name: '${A_VARIABLE_OF_NO_ONE}' } })
    expect((await reload()).status).toBe(200)
    save({ ...models, gamma: { ...models.alpha, model_name: 'gamma-1' } })
    expect((await reload()).status).toBe(200)
    expect(await rows()).toContainEqual(['gamma', 1, true, 0])
  })
})
