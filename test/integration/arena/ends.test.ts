import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modelOf } from '../../support/fake-upstream/echo.js'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import type { Reply } from '../../support/fake-upstream/script.js'
import { fourModels } from '../../support/models.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

/** With four models and pairs by chance all of them meet, in either seat. */
const BATTLES = 24
const PLAIN: Reply = { text: ['One. ', 'Two. '], chunkMs: 40 }
const REPLIES: Record<string, Reply> = {
  'canary-model-g': { text: ['One. ', 'Two. '] },
  'canary-model-m': { text: ['One. ', 'Two. '], chunkMs: 150 },
  'canary-model-o': { status: 401 },
}

describe.each(['paced', 'strict'])('the ends of two hidden answers, pace %s', (pace) => {
  let upstream: FakeUpstream
  let arena: TestArena
  let person: TestPerson

  beforeAll(async () => {
    upstream = await startFakeUpstream()
    arena = await startArena({ models: fourModels(upstream.url), env: { BLIND_PACE: pace } })
    person = await TestPerson.arrive(arena.url)
  })
  afterAll(async () => {
    person.leave()
    await arena.close()
    await upstream.close()
  })

  /** The sides in the order in which their ends were told, and how far apart. */
  async function ends(): Promise<{ sides: string[]; apart: number }> {
    const { conversationId } = await person.does('conversation:start', {
      mode: 'battle',
      text: 'Q',
    })
    await person.hears('turn:done', (frame) => frame.conversationId === conversationId)
    const told = person.heard
      .filter(({ event }) => event === 'answer:done' || event === 'answer:failed')
      .map(({ payload }) => payload as { conversationId: string; seq: number; side: string })
      .filter((frame) => frame.conversationId === conversationId)
    return { sides: told.map(({ side }) => side), apart: told[1]!.seq - told[0]!.seq }
  }

  it('come together and in one order, whichever of the models is fast, slow or fails', async () => {
    upstream.script((call) => REPLIES[modelOf(call)] ?? PLAIN)
    const all = await Promise.all(Array.from({ length: BATTLES }, ends))
    const asked = new Set(upstream.calls.map(modelOf))
    expect([...asked]).toEqual(expect.arrayContaining(Object.keys(REPLIES)))
    for (const each of all) expect(each).toEqual({ sides: ['a', 'b'], apart: 1 })
  })
})
