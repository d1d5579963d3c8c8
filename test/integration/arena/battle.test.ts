import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'
import { twoModels } from '../../support/models.js'

describe('a battle', () => {
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
    upstream.script(() => ({ text: ['Light ', 'scatters.'] }))
    person = await TestPerson.arrive(arena.url)
  })
  afterEach(() => person.leave())

  const start = (text = 'Why is the sky blue?') =>
    person.does('conversation:start', { mode: 'battle', text })

  const finished = async (text?: string) => {
    const started = await start(text)
    await person.hears(
      'turn:done',
      ({ conversationId }) => conversationId === started.conversationId,
    )
    return started.conversationId
  }

  it('streams both sides in frames whose numbers grow by one, after the acknowledgement', async () => {
    const heardBefore = await new Promise<number>((resolve) => {
      const command = { commandId: randomUUID(), mode: 'battle', text: 'Why?' }
      person.socket.emit('conversation:start', command, () => resolve(person.heard.length))
    })
    const done = await person.hears('turn:done')
    expect(heardBefore).toBe(0)
    expect(done).toMatchObject({ turn: 1, votable: true })
    const frames = person.heard.map(({ event, payload }) => ({ event, ...(payload as object) }))
    expect(frames.map((frame) => (frame as unknown as { seq: number }).seq)).toEqual(
      frames.map((_, index) => index + 1),
    )
    for (const side of ['a', 'b']) {
      const own = frames.filter((frame) => (frame as { side?: string }).side === side)
      expect(own[0]!.event).toBe('answer:started')
      expect(own.at(-1)).toMatchObject({ event: 'answer:done', status: 'done' })
    }
  })

  it('gives a late or second visitor of the same person the whole state', async () => {
    const conversationId = await finished()
    const again = await person.again()
    const { snapshot, seq } = await again.does('conversation:join', { conversationId })
    expect(seq).toBeGreaterThan(0)
    expect(snapshot).toMatchObject({ mode: 'battle', votable: true, open: true })
    expect(snapshot.turns[0]!.answers).toEqual({
      a: { text: 'Light scatters.', status: 'done', attempt: 1 },
      b: { text: 'Light scatters.', status: 'done', attempt: 1 },
    })
    expect(snapshot.sides).toBeUndefined()
    again.leave()
  })

  it('reveals the names after the grace, and not before', async () => {
    const conversationId = await finished()
    const reply = await person.does('vote:cast', { conversationId, turn: 1, choice: 'a' })
    expect(reply.reveal).toBeUndefined()
    expect(reply.vote).toMatchObject({ choice: 'a', final: false })
    const revealed = await person.hears('conversation:revealed')
    expect(revealed.vote).toMatchObject({ choice: 'a', final: true, rated: true })
    expect([revealed.sides.a?.name, revealed.sides.b?.name].sort()).toEqual(['alpha', 'beta'])
  })

  it('lets a vote be changed within the grace', async () => {
    const patient = await startArena({
      models: twoModels(upstream.url),
      env: { VOTE_GRACE_MS: '60000' },
    })
    const voter = await TestPerson.arrive(patient.url)
    const { conversationId } = await voter.does('conversation:start', { mode: 'battle', text: 'Q' })
    await voter.hears('turn:done')
    await voter.does('vote:cast', { conversationId, turn: 1, choice: 'a' })
    const { vote } = await voter.does('vote:cast', { conversationId, turn: 1, choice: 'tie' })
    expect(vote).toMatchObject({ choice: 'tie', final: false })
    const { snapshot } = await voter.does('conversation:join', { conversationId })
    expect(snapshot.vote).toEqual(vote)
    voter.leave()
    await patient.close()
  })

  it('takes no other vote after the grace, and the same one as often as it comes', async () => {
    const conversationId = await finished()
    await person.does('vote:cast', { conversationId, turn: 1, choice: 'tie' })
    expect((await person.hears('conversation:revealed')).vote.choice).toBe('tie')
    const late = { commandId: randomUUID(), conversationId, turn: 1, choice: 'b' as const }
    expect(await person.ask('vote:cast', late)).toMatchObject({
      ok: false,
      error: { code: 'already_voted' },
    })
    const same = await person.does('vote:cast', { conversationId, turn: 1, choice: 'tie' })
    expect(same.vote).toMatchObject({ choice: 'tie', final: true })
  })

  it('goes on for more turns, and ends with the vote of its owner', async () => {
    const conversationId = await finished()
    upstream.script(({ body }) => ({
      text: [`${(body.messages as unknown[]).length} messages`],
    }))
    expect(
      await person.does('conversation:continue', { conversationId, text: 'And red?' }),
    ).toEqual({
      turn: 2,
    })
    await person.hears('turn:done', ({ turn }) => turn === 2)
    const { snapshot } = await person.does('conversation:join', { conversationId })
    expect(snapshot.turns[1]!.answers.a!.text).toBe('3 messages')
    const old = { commandId: randomUUID(), conversationId, turn: 1, choice: 'a' as const }
    expect(await person.ask('vote:cast', old)).toMatchObject({ error: { code: 'not_votable' } })
    await person.does('vote:cast', { conversationId, turn: 2, choice: 'both_bad' })
    const more = { commandId: randomUUID(), conversationId, text: 'More?' }
    expect(await person.ask('conversation:continue', more)).toMatchObject({
      ok: false,
      error: { code: 'conversation_closed' },
    })
  })

  it('carries out a command once, however often it is sent', async () => {
    const command = { commandId: randomUUID(), mode: 'battle' as const, text: 'Once?' }
    const replies = await Promise.all(
      [1, 2, 3].map(() => person.ask('conversation:start', command)),
    )
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
    const { conversations } = (await (await person.fetch('/api/conversations')).json()) as {
      conversations: { title: string }[]
    }
    expect(conversations.filter(({ title }) => title === 'Once?')).toHaveLength(1)
  })

  it('is nobody else’s: a stranger finds nothing, in no way', async () => {
    const conversationId = await finished()
    const stranger = await TestPerson.arrive(arena.url)
    const refused = { ok: false, error: { code: 'not_found' } }
    const commandId = randomUUID()
    expect(await stranger.ask('conversation:join', { conversationId })).toMatchObject(refused)
    expect(
      await stranger.ask('conversation:continue', { commandId, conversationId, text: 'x' }),
    ).toMatchObject(refused)
    expect(await stranger.ask('turn:stop', { commandId, conversationId })).toMatchObject(refused)
    expect(await stranger.ask('turn:retry', { commandId, conversationId })).toMatchObject(refused)
    expect(
      await stranger.ask('vote:cast', { commandId, conversationId, turn: 1, choice: 'a' }),
    ).toMatchObject(refused)
    expect((await stranger.fetch(`/api/conversations/${conversationId}`)).status).toBe(404)
    const erased = await stranger.fetch(`/api/conversations/${conversationId}`, {
      method: 'DELETE',
    })
    expect(erased.status).toBe(404)
    stranger.leave()
  })

  it('stops with what is there, closes the provider’s stream, and can be voted', async () => {
    upstream.script(() => ({ text: ['Begun'], cut: { after: 1, by: 'stall' } }))
    const { conversationId } = await start()
    await Promise.all(
      (['a', 'b'] as const).map((side) =>
        person.hears('answer:delta', (frame) => frame.side === side),
      ),
    )
    await person.does('turn:stop', { conversationId })
    const done = await person.hears('turn:done')
    expect(done.votable).toBe(true)
    const calls = upstream.calls.slice(-2)
    expect(await Promise.all(calls.map((call) => call.closed))).toEqual(['aborted', 'aborted'])
    const { snapshot } = await person.does('conversation:join', { conversationId })
    expect(snapshot.turns[0]!.answers.a).toMatchObject({ text: 'Begun', status: 'stopped' })
  })

  it('tells a failed side neutrally, leaves the other alone, and takes no vote', async () => {
    upstream.script(({ body }) =>
      body.model === 'alpha-1' ? { status: 429, message: 'alpha quota' } : { text: ['Fine.'] },
    )
    const { conversationId } = await start()
    const failed = await person.hears('answer:failed')
    expect(failed).toMatchObject({ status: 'failed', error: { code: 'answer_failed' } })
    const done = await person.hears('turn:done')
    expect(done.votable).toBe(false)
    const cast = { commandId: randomUUID(), conversationId, turn: 1, choice: 'a' as const }
    expect(await person.ask('vote:cast', cast)).toMatchObject({ error: { code: 'not_votable' } })
    const { snapshot } = await person.does('conversation:join', { conversationId })
    const other = failed.side === 'a' ? 'b' : 'a'
    expect(snapshot.turns[0]!.answers[other]).toMatchObject({ text: 'Fine.', status: 'done' })

    upstream.script(() => ({ text: ['Better.'] }))
    await person.does('turn:retry', { conversationId, side: failed.side })
    await person.hears('answer:done', ({ side }) => side === failed.side)
    await person.hears('turn:done', ({ seq }) => seq > done.seq)
    const after = await person.does('conversation:join', { conversationId })
    expect(after.snapshot.votable).toBe(true)
    expect(after.snapshot.turns[0]!.answers[other]!.text).toBe('Fine.')
    expect(after.snapshot.turns[0]!.answers[failed.side]).toMatchObject({
      text: 'Better.',
      // The first and the one that was asked for; nobody was told of the silent repetition.
      attempt: 2,
    })
  })

  it('keeps half of a surrogate pair back until the other half is there', async () => {
    upstream.script(() => ({ text: ['\ud83d', '\ude00 ok'], chunkMs: 120 }))
    const { conversationId } = await start()
    await person.hears('turn:done', (frame) => frame.conversationId === conversationId)
    const text = person.heard
      .filter(({ event }) => event === 'answer:delta')
      .map(({ payload }) => payload as { side: string; text: string })
      .filter(({ side }) => side === 'a')
      .map((delta) => delta.text)
      .join('')
    expect(text).toBe('😀 ok')
  })

  it('refuses what a battle does not take, and says which', async () => {
    const base = { commandId: randomUUID(), mode: 'battle' as const, text: 'x' }
    for (const extra of [
      { models: ['alpha', 'beta'] },
      { parameters: {} },
      { systemPrompt: 'x' },
    ]) {
      const reply = await person.ask('conversation:start', { ...base, ...extra })
      expect(reply).toMatchObject({ ok: false, error: { code: 'invalid_payload' } })
      expect(JSON.stringify(reply)).toContain(Object.keys(extra)[0])
    }
  })
})
