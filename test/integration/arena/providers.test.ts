import { LLMock } from '@copilotkit/aimock'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Snapshot } from '#shared/protocol/conversation'
import { startFakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { fourModels } from '../../support/models.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

const TEXT = 'Short waves scatter more. 短波散射更多。🙂'

/** Servers that speak the four wire formats: one of ours, one that others wrote. */
const UPSTREAMS = {
  ours: async () => {
    const upstream = await startFakeUpstream()
    upstream.script(() => ({ text: [...TEXT], usage: { input: 11, output: 22 } }))
    return upstream
  },
  'of others': async () => {
    const mock = new LLMock({ port: 0, chunkSize: 3 })
    mock.onMessage(/.*/, { content: TEXT })
    await mock.start()
    return { url: mock.url, close: () => mock.stop() }
  },
}

describe.each(Object.keys(UPSTREAMS) as (keyof typeof UPSTREAMS)[])(
  'through the real SDKs and an upstream %s',
  (kind) => {
    const names = Object.keys(fourModels(''))
    let upstream: { url: string; close(): Promise<unknown> }
    let arena: TestArena
    let person: TestPerson

    beforeAll(async () => {
      upstream = await UPSTREAMS[kind]()
      arena = await startArena({ models: fourModels(upstream.url) })
      person = await TestPerson.arrive(arena.url)
    })
    afterAll(async () => {
      person.leave()
      await arena.close()
      await upstream.close()
    })

    const textsOf = (snapshot: Snapshot) =>
      Object.values(snapshot.turns.at(-1)!.answers).map((answer) => answer.text)

    const play = async (start: Parameters<typeof person.does<'conversation:start'>>[1]) => {
      const { conversationId } = await person.does('conversation:start', start)
      const done = await person.hears(
        'turn:done',
        (frame) => frame.conversationId === conversationId,
      )
      expect(done.votable).toBe(start.mode !== 'direct')
      const { snapshot } = await person.does('conversation:join', { conversationId })
      return { conversationId, snapshot }
    }

    it.each(names)('%s answers directly', async (name) => {
      const { snapshot } = await play({ mode: 'direct', text: 'Why?', models: [name] })
      expect(textsOf(snapshot)).toEqual([TEXT])
      expect(snapshot.sides?.a?.name).toBe(name)
    })

    it.each([
      [names[0]!, names[1]!],
      [names[2]!, names[3]!],
    ])('%s and %s answer side by side', async (...models) => {
      const { snapshot } = await play({ mode: 'side-by-side', text: 'Why?', models })
      expect(textsOf(snapshot)).toEqual([TEXT, TEXT])
    })

    it('all four meet in battles', async () => {
      const met = new Set<string>()
      for (let round = 0; round < 40 && met.size < names.length; round += 1) {
        const { conversationId, snapshot } = await play({ mode: 'battle', text: 'Why?' })
        expect(textsOf(snapshot)).toEqual([TEXT, TEXT])
        await person.does('vote:cast', { conversationId, turn: 1, choice: 'tie' })
        const own = (frame: { conversationId: string }) => frame.conversationId === conversationId
        const { sides } = await person.hears('conversation:revealed', own)
        for (const card of Object.values(sides)) met.add(card.name)
      }
      expect([...met].sort()).toEqual([...names].sort())
    }, 60_000)
  },
)
