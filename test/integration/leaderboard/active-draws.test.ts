import { afterEach, describe, expect, it } from 'vitest'
import { ModelCatalog } from '#server/config/model-catalog'
import { DrawInterest } from '#server/domain/pairing/draw-interest'
import { PairChances } from '#server/domain/pairing/pair-chances'
import { ConversationRepository } from '#server/storage/conversations/conversation.repository'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

describe('the draws of a running arena', () => {
  let arena: TestArena
  let person: TestPerson
  afterEach(async () => {
    person.leave()
    await arena.close()
  })

  const pool = () => [...arena.app.get(ModelCatalog).battlePool()]
  const interest = () => arena.app.get(DrawInterest).among(pool())

  async function battle(): Promise<string> {
    const start = { mode: 'battle', text: 'Why is the sky blue?' } as const
    const { conversationId } = await person.does('conversation:start', start)
    await person.hears('turn:done', (done) => done.conversationId === conversationId)
    return conversationId
  }

  async function storedAndStated(conversationId: string): Promise<[number | null, number]> {
    const conversations = arena.app.get(ConversationRepository)
    const row = (await conversations.find(conversationId))!
    const { sides } = await conversations.load(row)
    const models = sides.map(({ versionId }) => pool().find((m) => m.versionId === versionId)!)
    const chances = new PairChances(pool(), interest())
    return [row.drawProbability, chances.of(models[0]!, models[1]!)]
  }

  async function arrive(env: Record<string, string>): Promise<void> {
    arena = await startArena({ env: { VOTE_GRACE_MS: '0', ...env } })
    person = await TestPerson.arrive(arena.url)
  }

  it('go by weight before the first vote, then towards what tells most, and keep the chance', async () => {
    await arrive({})
    expect(interest()).toBeUndefined()
    const first = await battle()
    const [byWeight, stated] = await storedAndStated(first)
    expect(byWeight).toBeCloseTo(stated, 12)
    await person.does('vote:cast', { conversationId: first, turn: 1, choice: 'a' })
    await expect.poll(interest).toBeDefined()
    const [active, chance] = await storedAndStated(await battle())
    expect(active).toBeCloseTo(chance, 12)
    expect(active).not.toBeCloseTo(byWeight!, 6)
  })

  it('go by weight alone where the operator wants it so', async () => {
    await arrive({ SAMPLING: 'weights' })
    const first = await battle()
    await person.does('vote:cast', { conversationId: first, turn: 1, choice: 'a' })
    const board = await person.does('leaderboard:watch', {})
    expect(board.votes).toBe(1)
    expect(interest()).toBeUndefined()
  })
})
