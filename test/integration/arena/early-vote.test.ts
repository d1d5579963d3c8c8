import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../../support/models.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

describe('a vote before the end of the answers', () => {
  let upstream: FakeUpstream
  let arena: TestArena
  let person: TestPerson

  beforeAll(async () => {
    upstream = await startFakeUpstream()
    arena = await startArena({ models: twoModels(upstream.url) })
  })
  afterAll(async () => {
    await arena.close()
    await upstream.close()
  })
  beforeEach(async () => {
    upstream.script(() => ({ text: ['Begun'], cut: { after: 1, by: 'stall' } }))
    person = await TestPerson.arrive(arena.url)
  })
  afterEach(() => person.leave())

  const start = async (mode: 'battle' | 'side-by-side' = 'battle') => {
    const models = mode === 'battle' ? {} : { models: ['alpha', 'beta'] }
    const { conversationId } = await person.does('conversation:start', {
      mode,
      text: 'Q',
      ...models,
    })
    return conversationId
  }
  const bothSpeak = () =>
    Promise.all(
      (['a', 'b'] as const).map((side) =>
        person.hears('answer:delta', (frame) => frame.side === side),
      ),
    )
  const vote = (conversationId: string, commandId: string = randomUUID()) =>
    person.ask('vote:cast', { commandId, conversationId, turn: 1, choice: 'a' })

  it('stops what runs, says that it was early, and is not rated', async () => {
    const conversationId = await start()
    await bothSpeak()
    const command = randomUUID()
    const reply = await vote(conversationId, command)
    expect(reply).toMatchObject({ ok: true, data: { vote: { choice: 'a', early: true } } })
    expect(await vote(conversationId, command)).toEqual(reply)
    const calls = upstream.calls.slice(-2)
    expect(await Promise.all(calls.map((call) => call.closed))).toEqual(['aborted', 'aborted'])
    const { vote: final } = await person.hears('conversation:revealed')
    expect(final).toMatchObject({ early: true, rated: false, unratedReason: 'early_vote' })
    const { snapshot } = await person.does('conversation:join', { conversationId })
    expect(snapshot.vote).toMatchObject({ early: true })
    expect(snapshot.turns[0]!.answers.a).toMatchObject({ text: 'Begun', status: 'stopped' })
  })

  it('stays early when the choice is changed within the grace', async () => {
    const patient = await startArena({
      models: twoModels(upstream.url),
      env: { VOTE_GRACE_MS: '60000' },
    })
    person.leave()
    person = await TestPerson.arrive(patient.url)
    const conversationId = await start()
    await bothSpeak()
    await vote(conversationId)
    const changed = await person.does('vote:cast', { conversationId, turn: 1, choice: 'tie' })
    expect(changed.vote).toMatchObject({ choice: 'tie', early: true, final: false })
    await patient.close()
  })

  it('is what a vote on an answer is that its voter had stopped, however long ago', async () => {
    const conversationId = await start()
    await bothSpeak()
    await person.does('turn:stop', { conversationId })
    expect((await person.hears('turn:done')).votable).toBe(true)
    expect(await vote(conversationId)).toMatchObject({ data: { vote: { early: true } } })
    const { vote: final } = await person.hears('conversation:revealed')
    expect(final).toMatchObject({ early: true, rated: false, unratedReason: 'early_vote' })
  })

  it('is what a vote after an earlier answer is that its voter had stopped', async () => {
    const conversationId = await start()
    await bothSpeak()
    await person.does('turn:stop', { conversationId })
    await person.hears('turn:done')
    upstream.script(() => ({ text: ['All.'] }))
    await person.does('conversation:continue', { conversationId, text: 'And then?' })
    await person.hears('turn:done', ({ turn }) => turn === 2)
    await person.does('vote:cast', { conversationId, turn: 2, choice: 'a' })
    const { vote: final } = await person.hears('conversation:revealed')
    expect(final).toMatchObject({ early: true, rated: false, unratedReason: 'early_vote' })
  })

  it('is an ordinary one again once the stopped side was asked anew and has ended', async () => {
    upstream.script(({ body }) =>
      body.model === 'alpha-1'
        ? { text: ['All.'] }
        : { text: ['Begun'], cut: { after: 1, by: 'stall' } },
    )
    const conversationId = await start()
    await bothSpeak()
    const whole = await person.hears('answer:done')
    const side = whole.side === 'a' ? 'b' : 'a'
    await person.does('turn:stop', { conversationId, side })
    const stopped = await person.hears('turn:done')
    upstream.script(() => ({ text: ['All.'] }))
    await person.does('turn:retry', { conversationId, side })
    await person.hears('turn:done', ({ seq }) => seq > stopped.seq)
    expect(JSON.stringify(await vote(conversationId))).not.toContain('early')
    expect((await person.hears('conversation:revealed')).vote).toMatchObject({ rated: true })
  })

  describe('where one side is stopped and asked anew alone', () => {
    let conversationId: string
    let side: 'a' | 'b'
    const retry = (of?: 'a' | 'b') =>
      person.ask('turn:retry', { commandId: randomUUID(), conversationId, side: of })
    const ended = (times: number) =>
      expect
        .poll(() => person.heard.filter(({ event }) => event === 'turn:done').length)
        .toBe(times)

    beforeEach(async () => {
      upstream.script(({ body }) =>
        body.model === 'alpha-1'
          ? { text: ['All.'] }
          : { text: ['Begun'], cut: { after: 1, by: 'stall' } },
      )
      conversationId = await start()
      await bothSpeak()
      side = (await person.hears('answer:done')).side === 'a' ? 'b' : 'a'
      await person.does('turn:stop', { conversationId, side })
      await ended(1)
      await retry(side)
      expect(await person.hears('answer:started', ({ attempt }) => attempt === 2)).toMatchObject({
        side,
        reasked: 1,
      })
      await person.does('turn:stop', { conversationId, side })
      await ended(2)
    })

    it('is what a vote is after the second time', async () => {
      upstream.script(() => ({ text: ['Whole.'] }))
      await retry(side)
      await ended(3)
      const { snapshot } = await person.does('conversation:join', { conversationId })
      expect(snapshot.turns[0]!.answers[side]).toMatchObject({ reasked: 2, text: 'Whole.' })
      expect(await vote(conversationId)).toMatchObject({ data: { vote: { early: true } } })
      const { vote: final } = await person.hears('conversation:revealed')
      expect(final).toMatchObject({ rated: false, unratedReason: 'early_vote' })
    })

    it('goes no further than that, and is an ordinary vote once both are asked', async () => {
      await retry(side)
      await person.hears('answer:started', ({ attempt }) => attempt === 3)
      await person.does('turn:stop', { conversationId, side })
      await ended(3)
      const asked = upstream.calls.length
      expect(await retry(side)).toMatchObject({ error: { code: 'not_retryable' } })
      expect(upstream.calls).toHaveLength(asked)
      upstream.script(() => ({ text: ['Whole.'] }))
      expect(await retry()).toMatchObject({ ok: true })
      await ended(4)
      expect(upstream.calls).toHaveLength(asked + 2)
      expect(JSON.stringify(await vote(conversationId))).not.toContain('early')
      expect((await person.hears('conversation:revealed')).vote).toMatchObject({ rated: true })
    })
  })

  it('has to wait for the first words of both sides, and leaves them alone until then', async () => {
    upstream.script(({ body }) =>
      body.model === 'alpha-1'
        ? { text: ['Begun'], cut: { after: 1, by: 'stall' } }
        : { instead: 'silence' },
    )
    const conversationId = await start()
    await person.hears('answer:delta')
    expect(await vote(conversationId)).toMatchObject({ error: { code: 'vote_waits' } })
    const { snapshot } = await person.does('conversation:join', { conversationId })
    const statuses = Object.values(snapshot.turns[0]!.answers).map(({ status }) => status)
    expect(statuses).toEqual(['streaming', 'streaming'])
    await person.does('turn:stop', { conversationId })
    await person.hears('turn:done')
  })

  it('is there for models that were chosen, too', async () => {
    const conversationId = await start('side-by-side')
    await bothSpeak()
    expect(await vote(conversationId)).toMatchObject({ ok: true, data: { vote: { early: true } } })
  })

  it('is an ordinary vote once all is said', async () => {
    upstream.script(() => ({ text: ['All.'] }))
    const conversationId = await start()
    await person.hears('turn:done')
    const reply = await vote(conversationId)
    expect(JSON.stringify(reply)).not.toContain('early')
  })

  it('judges by what the pace has shown, and keeps no more than that', async () => {
    const paced = await startArena({
      models: twoModels(upstream.url),
      env: { BLIND_PACE: 'paced', EARLY_VOTES_RATED: 'on' },
    })
    upstream.script(({ body }) => ({
      text: ['Word '.repeat(400)],
      cut: { after: 1, by: 'stall' },
      firstByteMs: body.model === 'alpha-1' ? 0 : 600,
    }))
    const reader = await TestPerson.arrive(paced.url)
    const before = upstream.calls.length
    const { conversationId } = await reader.does('conversation:start', {
      mode: 'battle',
      text: 'Q',
    })
    const cast = { commandId: randomUUID(), conversationId, turn: 1, choice: 'b' as const }
    // One side has answered at length by now, yet nobody has seen a word of it.
    await expect.poll(() => upstream.calls.length - before).toBe(2)
    expect(await reader.ask('vote:cast', cast)).toMatchObject({ error: { code: 'vote_waits' } })
    const sides = ['a', 'b'] as const
    await Promise.all(
      sides.map((side) => reader.hears('answer:delta', (frame) => frame.side === side)),
    )
    const late = { ...cast, commandId: randomUUID() }
    expect(await reader.ask('vote:cast', late)).toMatchObject({ data: { vote: { early: true } } })
    const { snapshot } = await reader.does('conversation:join', { conversationId })
    for (const side of sides) {
      const shown = reader.heard
        .map(({ payload }) => payload as { side?: string; kind?: string; text?: string })
        .filter((frame) => frame.side === side && frame.kind === 'text')
      const text = shown.map((frame) => frame.text).join('')
      expect(text.length).toBeLessThan(2_000)
      expect(snapshot.turns[0]!.answers[side]!.text).toBe(text)
    }
    const { vote: final } = await reader.hears('conversation:revealed')
    expect(final).toMatchObject({ early: true, rated: true })
    reader.leave()
    await paced.close()
  })

  it('waits where a side has failed behind the pace, and is not rated where that was stopped', async () => {
    const paced = await startArena({
      models: twoModels(upstream.url),
      env: { BLIND_PACE: 'paced', EARLY_VOTES_RATED: 'on' },
    })
    upstream.script(({ body }) => ({
      text: ['Word '.repeat(400)],
      cut: { after: 1, by: body.model === 'alpha-1' ? 'fin' : 'stall' },
    }))
    const reader = await TestPerson.arrive(paced.url)
    const { conversationId } = await reader.does('conversation:start', {
      mode: 'battle',
      text: 'Q',
    })
    const sides = ['a', 'b'] as const
    await Promise.all(
      sides.map((side) => reader.hears('answer:delta', (frame) => frame.side === side)),
    )
    const cast = () => ({ commandId: randomUUID(), conversationId, turn: 1, choice: 'b' as const })
    expect(await reader.ask('vote:cast', cast())).toMatchObject({ error: { code: 'vote_waits' } })
    await reader.does('turn:stop', { conversationId })
    await reader.hears('turn:done')
    const { snapshot } = await reader.does('conversation:join', { conversationId })
    expect(JSON.stringify([snapshot, reader.heard])).not.toMatch(/failed|answer_truncated/)
    expect(await reader.ask('vote:cast', cast())).toMatchObject({ data: { vote: { early: true } } })
    const { vote: final } = await reader.hears('conversation:revealed')
    expect(final).toMatchObject({ early: true, rated: false, unratedReason: 'early_vote' })
    reader.leave()
    await paced.close()
  })
})
