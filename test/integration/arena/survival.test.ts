import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { twoModels } from '../../support/models.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

describe('what a person saw survives a restart', () => {
  let upstream: FakeUpstream
  let arena: TestArena
  let person: TestPerson

  beforeEach(async () => {
    upstream = await startFakeUpstream()
    upstream.script(() => ({ text: ['An answer.'] }))
    arena = await startArena({
      models: twoModels(upstream.url),
      env: { VOTE_GRACE_MS: '1500' },
    })
    person = await TestPerson.arrive(arena.url)
  })
  afterEach(async () => {
    person.leave()
    await arena.close()
    await upstream.close()
  })

  const restart = async () => {
    person.leave()
    arena = await arena.restart()
    person = await person.again(arena.url)
  }
  const battle = async () => {
    const { conversationId } = await person.does('conversation:start', {
      mode: 'battle',
      text: 'Q',
    })
    return conversationId
  }

  it('the history, and a battle that waits for its vote', async () => {
    const conversationId = await battle()
    await person.hears('turn:done')
    await restart()
    const { conversations } = (await (await person.fetch('/api/conversations')).json()) as {
      conversations: object[]
    }
    expect(conversations).toMatchObject([{ conversationId, title: 'Q', unvoted: true }])
    await person.does('vote:cast', { conversationId, turn: 1, choice: 'b' })
    const { vote, sides } = await person.hears('conversation:revealed')
    expect(vote).toMatchObject({ choice: 'b', rated: true })
    expect(Object.keys(sides)).toEqual(['a', 'b'])
  })

  it('a vote in its grace becomes final on the server’s clock', async () => {
    const conversationId = await battle()
    await person.hears('turn:done')
    await person.does('vote:cast', { conversationId, turn: 1, choice: 'tie' })
    await restart()
    const revealed = await person.hears('conversation:revealed')
    expect(revealed.vote).toMatchObject({ choice: 'tie', final: true })
    const { snapshot } = await person.does('conversation:join', { conversationId })
    expect(snapshot.sides?.a?.name).toMatch(/alpha|beta/)
  })

  it('an answer that was on its way keeps its text, is interrupted, and can be asked anew', async () => {
    upstream.script(() => ({ text: ['So far'], cut: { after: 1, by: 'stall' } }))
    const conversationId = await battle()
    await person.hears('answer:delta', ({ side }) => side === 'a')
    await person.hears('answer:delta', ({ side }) => side === 'b')
    await restart()
    const { snapshot } = await person.does('conversation:join', { conversationId })
    expect(snapshot.votable).toBe(false)
    expect(snapshot.turns[0]!.answers.a).toMatchObject({
      text: 'So far',
      status: 'interrupted',
      error: { code: 'answer_interrupted' },
    })
    upstream.script(() => ({ text: ['Whole.'] }))
    await person.does('turn:retry', { conversationId })
    const done = await person.hears('turn:done')
    expect(done.votable).toBe(true)
  })
})
