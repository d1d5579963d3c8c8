import { afterEach, describe, expect, it } from 'vitest'
import type { Mode } from '#shared/vocabulary'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { modelOf } from '../../support/fake-upstream/echo.js'
import type { Reply } from '../../support/fake-upstream/script.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

const ADMIN = 'an-admin-token-of-more-than-32-characters'

const WELL: Reply = { text: ['I am well.'] }

const entry = (url: string, name: string) => ({
  model_name: `${name}-1`,
  api_type: 'openai',
  api_base: `${url}/v1`,
  api_key: `key-${name}`,
})

describe('a battle whose upstreams fail', () => {
  let upstream: FakeUpstream
  let arena: TestArena
  let person: TestPerson

  const open = async (
    names: readonly string[],
    env: Record<string, string> = {},
    more: (name: string) => object = () => ({}),
  ) => {
    upstream = await startFakeUpstream()
    const models = Object.fromEntries(
      names.map((name) => [name, { ...entry(upstream.url, name), ...more(name) }]),
    )
    arena = await startArena({ models, env: { ADMIN_TOKEN: ADMIN, ...env } })
    person = await TestPerson.arrive(arena.url)
  }
  afterEach(async () => {
    person.leave()
    await arena.close()
    await upstream.close()
  })

  /** Answers by the model's name; what no rule names is healthy. */
  const rules = (byModel: Record<string, (nth: number) => Reply>) => {
    const counts: Record<string, number> = {}
    upstream.script((call) => {
      const model = modelOf(call)
      counts[model] = (counts[model] ?? 0) + 1
      return byModel[model]?.(counts[model]) ?? WELL
    })
  }
  const play = async (start: { mode?: Mode; models?: string[] } = {}) => {
    const { conversationId } = await person.does('conversation:start', {
      mode: 'battle',
      text: 'Q',
      ...start,
    })
    const own = (frame: { conversationId: string }) => frame.conversationId === conversationId
    const { votable } = await person.hears('turn:done', own)
    const frames = person.heard.filter(({ payload }) => own(payload as { conversationId: string }))
    const { snapshot } = await person.does('conversation:join', { conversationId })
    return { conversationId, votable, frames, snapshot }
  }
  const reveal = async (conversationId: string) => {
    await person.does('vote:cast', { conversationId, turn: 1, choice: 'tie' })
    const { sides } = await person.hears(
      'conversation:revealed',
      (frame) => frame.conversationId === conversationId,
    )
    return Object.values(sides).map(({ name }) => name)
  }
  const adminModels = async () => {
    const headers = { authorization: `Bearer ${ADMIN}` }
    const { models } = (await (await person.fetch('/api/admin/models', { headers })).json()) as {
      models: { name: string; health: { state: string; lastError?: { code: string } } }[]
    }
    return Object.fromEntries(models.map(({ name, health }) => [name, health]))
  }

  it('asks a side again that failed unseen, and tells it where names are known', async () => {
    await open(['alpha', 'beta'])
    rules({ 'alpha-1': (nth) => (nth === 1 ? { status: 503 } : WELL) })
    const { frames, snapshot } = await play({ mode: 'direct', models: ['alpha'] })
    const started = frames.filter(({ event }) => event === 'answer:started')
    expect(started.map(({ payload }) => payload)).toMatchObject([{ attempt: 1 }, { attempt: 2 }])
    expect(frames.map(({ event }) => event)).not.toContain('answer:failed')
    expect(snapshot.turns[0]!.answers.a).toMatchObject({ status: 'done', attempt: 2 })
  })

  it('gives the side of a model that cannot answer to another one, once', async () => {
    await open(['alpha', 'beta', 'gamma'])
    rules({ 'alpha-1': () => ({ status: 401, message: 'key-alpha is wrong' }) })
    const asked = () => upstream.calls.filter((call) => modelOf(call) === 'alpha-1').length
    for (let round = 0; round < 4 || asked() === 0; round += 1) {
      const { conversationId, votable, snapshot } = await play()
      expect(votable).toBe(true)
      expect(Object.values(snapshot.turns[0]!.answers).map(({ text }) => text)).toEqual([
        'I am well.',
        'I am well.',
      ])
      expect((await reveal(conversationId)).sort()).toEqual(['beta', 'gamma'])
    }
    // From then on it is left alone.
    expect(asked()).toBe(1)
  })

  it('gives the side to a model that can be asked at once, past those that have no place', async () => {
    const hosts = new Map<string, FakeUpstream>()
    for (const name of ['beta', 'gamma', 'delta']) hosts.set(name, await startFakeUpstream())
    // Drawn by weight, alpha and gamma would begin and beta would take over, as good as always.
    const weights: Record<string, number> = { alpha: 1e9, beta: 1e4, gamma: 1e9, delta: 1 }
    await open(['alpha', 'beta', 'gamma', 'delta'], { PROVIDER_CONCURRENCY: '2' }, (name) => ({
      api_base: `${(hosts.get(name) ?? upstream).url}/v1`,
      weight: weights[name],
    }))
    rules({ 'alpha-1': () => ({ status: 401 }) })
    const stalled: Reply = { text: ['Begun', ' more'], cut: { after: 1, by: 'stall' } }
    hosts.get('beta')!.script(() => stalled)
    const models = ['beta', 'beta']
    await person.does('conversation:start', { mode: 'side-by-side', text: 'Q', models })
    await person.hears('answer:delta')
    const { conversationId, votable } = await play()
    expect(votable).toBe(true)
    expect((await reveal(conversationId)).sort()).toEqual(['delta', 'gamma'])
    for (const host of hosts.values()) await host.close()
  })

  it('never replaces by the opposite model, or after a word was seen', async () => {
    await open(['alpha', 'beta'])
    rules({ 'alpha-1': () => ({ status: 401 }) })
    const { votable, snapshot } = await play()
    expect(votable).toBe(false)
    const statuses = Object.values(snapshot.turns[0]!.answers).map(({ status }) => status)
    expect(statuses.sort()).toEqual(['done', 'failed'])
  })

  it('goes on only once its failed side has been tried again, and is rated then', async () => {
    await open(['alpha', 'beta'])
    rules({
      'alpha-1': (nth) =>
        nth === 1
          ? { text: ['Seen', ' and', ' gone'], chunkMs: 150, cut: { after: 2, by: 'reset' } }
          : WELL,
    })
    const { conversationId } = await play()
    const asked = upstream.calls.length
    const next = { conversationId, text: 'And now?' }
    const refused = await person.ask('conversation:continue', { commandId: 'c-early', ...next })
    expect(refused).toMatchObject({ ok: false, error: { code: 'side_failed' } })
    expect(JSON.stringify(refused)).not.toMatch(/alpha|beta|"[ab]"/)
    expect(upstream.calls).toHaveLength(asked)
    await person.does('turn:retry', { conversationId })
    await person.hears('turn:done', ({ votable }) => votable)
    await person.does('conversation:continue', next)
    await person.hears('turn:done', ({ turn }) => turn === 2)
    await person.does('vote:cast', { conversationId, turn: 2, choice: 'tie' })
    expect((await person.hears('conversation:revealed')).vote).toMatchObject({ rated: true })
  })

  it('does not begin anew once something was seen', async () => {
    await open(['alpha', 'beta', 'gamma'])
    upstream.script(() => ({
      text: ['Seen', ' and', ' gone'],
      chunkMs: 150,
      cut: { after: 2, by: 'reset' },
    }))
    const { snapshot, frames } = await play()
    for (const answer of Object.values(snapshot.turns[0]!.answers)) {
      expect(answer).toMatchObject({ status: 'failed', attempt: 1, text: 'Seen and' })
    }
    expect(frames.filter(({ event }) => event === 'answer:started')).toHaveLength(2)
    expect(upstream.calls).toHaveLength(2)
  })

  it('leaves a sick model out of the draw, tells the operator, and nobody else', async () => {
    await open(['alpha', 'beta', 'gamma'])
    rules({ 'alpha-1': () => ({ status: 403 }) })
    for (let round = 0; round < 8; round += 1) await play()
    const health = await adminModels()
    expect(health.alpha).toMatchObject({
      state: 'open',
      lastError: { code: 'model_misconfigured' },
    })
    expect(health.beta).toEqual({ state: 'closed' })
    const publicList = await (await person.fetch('/api/models')).text()
    expect(publicList).not.toMatch(/health|closed|misconfigured/)
    expect(publicList).toContain('"name":"alpha"')
  })

  it('says clearly that no battle can be drawn when every model is sick', async () => {
    await open(['alpha', 'beta'])
    upstream.script(() => ({ status: 401 }))
    await play()
    const reply = await person.ask('conversation:start', {
      commandId: 'c-all-open',
      mode: 'battle',
      text: 'Q',
    })
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'models_away', retryAfterMs: 30_000 },
    })
  })

  it('lets a person try a sick model by name, which heals it', async () => {
    await open(['alpha', 'beta'])
    upstream.script(() => ({ status: 401 }))
    const first = await play({ mode: 'direct', models: ['alpha'] })
    expect(first.snapshot.turns[0]!.answers.a).toMatchObject({
      status: 'failed',
      error: { code: 'model_misconfigured' },
    })
    upstream.script(() => ({ text: ['Well again.'] }))
    const second = await play({ mode: 'direct', models: ['alpha'] })
    expect(second.snapshot.turns[0]!.answers.a).toMatchObject({ status: 'done' })
    expect((await adminModels()).alpha?.state).toBe('closed')
  })

  it('answers on both sides where the same sick model is chosen twice and is well again', async () => {
    await open(['alpha', 'beta'])
    upstream.script(() => ({ status: 401 }))
    await play({ mode: 'direct', models: ['alpha'] })
    upstream.script(() => ({ text: ['Well again.'], firstByteMs: 100 }))
    const { snapshot } = await play({ mode: 'side-by-side', models: ['alpha', 'alpha'] })
    const statuses = Object.values(snapshot.turns[0]!.answers).map(({ status }) => status)
    expect(statuses).toEqual(['done', 'done'])
  })

  it('asks at most twice and keeps to retry-after', async () => {
    await open(['alpha', 'beta'])
    upstream.script(() => ({ status: 429, retryAfter: { form: 'seconds', ms: 1_000 } }))
    const { snapshot } = await play({ mode: 'direct', models: ['alpha'] })
    expect(snapshot.turns[0]!.answers.a).toMatchObject({ error: { code: 'model_busy' } })
    expect(upstream.calls).toHaveLength(2)
    const [one, two] = upstream.calls
    expect(two!.at - one!.at).toBeGreaterThanOrEqual(1_000)
  })

  it('closes the upstream within a second of a stop, and keeps the text', async () => {
    await open(['alpha', 'beta'])
    upstream.script(() => ({ text: ['Begun', ' more'], cut: { after: 1, by: 'stall' } }))
    const { conversationId } = await person.does('conversation:start', {
      mode: 'direct',
      text: 'Q',
      models: ['alpha'],
    })
    await person.hears('answer:delta')
    const stopped = performance.now()
    await person.does('turn:stop', { conversationId })
    expect(await upstream.calls[0]!.closed).toBe('aborted')
    expect(upstream.calls[0]!.closedAt! - stopped).toBeLessThan(1_000)
    await person.hears('turn:done')
    const { snapshot } = await person.does('conversation:join', { conversationId })
    expect(snapshot.turns[0]!.answers.a).toMatchObject({ status: 'stopped', text: 'Begun' })
  })

  it('stops while it waits for a second try', async () => {
    await open(['alpha', 'beta'])
    upstream.script(() => ({ status: 429, retryAfter: { form: 'seconds', ms: 9_000 } }))
    const { conversationId } = await person.does('conversation:start', {
      mode: 'direct',
      text: 'Q',
      models: ['alpha'],
    })
    await expect.poll(() => upstream.calls.length).toBe(1)
    await person.does('turn:stop', { conversationId })
    await person.hears('turn:done')
    expect(upstream.calls).toHaveLength(1)
  })

  it('tells one place in line for the conversation, and turns away who finds none', async () => {
    await open(['alpha', 'beta'], { PROVIDER_CONCURRENCY: '2' })
    upstream.script(() => ({ text: ['Begun', ' more'], cut: { after: 1, by: 'stall' } }))
    const start = () => person.does('conversation:start', { mode: 'battle', text: 'Q' })
    const first = await start()
    await person.hears('answer:delta', (frame) => frame.conversationId === first.conversationId)
    const second = await start()
    const own = (frame: { conversationId: string }) =>
      frame.conversationId === second.conversationId
    expect(await person.hears('turn:queued', own)).toMatchObject({ turn: 1, position: 1 })
    const room = { conversationId: second.conversationId }
    const { snapshot } = await person.does('conversation:join', room)
    expect(snapshot.queue).toBe(1)
    const statuses = Object.values(snapshot.turns[0]!.answers).map(({ status }) => status)
    expect(statuses).toEqual(['queued', 'queued'])

    for (let waiting = 1; waiting < 32; waiting += 1) {
      const { conversationId } = await start()
      await person.hears('turn:queued', (frame) => frame.conversationId === conversationId)
    }
    const asked = performance.now()
    const reply = await person.ask('conversation:start', {
      commandId: 'c-overflow',
      mode: 'battle',
      text: 'Q',
    })
    expect(reply).toMatchObject({ ok: false, error: { code: 'model_busy' } })
    expect(performance.now() - asked).toBeLessThan(1_000)

    await person.does('turn:stop', { conversationId: first.conversationId })
    await person.hears('answer:started', own)
    expect((await person.does('conversation:join', room)).snapshot.queue).toBeUndefined()
  })
})
