import { afterEach, describe, expect, it } from 'vitest'
import { BLIND_PACES, type BlindPace } from '#shared/vocabulary'
import { modelOf } from '../../support/fake-upstream/echo.js'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import type { Call, Reply } from '../../support/fake-upstream/script.js'
import { keepDrawable } from '../../support/model-health.js'
import { startArena, type TestArena } from '../../support/test-arena.js'
import { TestPerson } from '../../support/test-person.js'

const WELL: Reply = { text: ['I am well.'] }
const NAMES = ['alpha', 'beta', 'gamma']

const modelsOf = (url: string) =>
  Object.fromEntries(
    NAMES.map((name) => [
      name,
      { model_name: `${name}-1`, api_type: 'openai', api_base: `${url}/v1`, api_key: 'key' },
    ]),
  )

/** By the prompt: nothing happens, or the first model that is asked fails, at first or always. */
function byPrompt() {
  const sick = new Map<string, string>()
  let failures = 0
  return (call: Call): Reply => {
    const prompt = /well|once|always/u.exec(JSON.stringify(call.body.messages))?.[0] ?? ''
    if (prompt === 'well') return WELL
    if (!sick.has(prompt)) sick.set(prompt, modelOf(call))
    if (modelOf(call) !== sick.get(prompt)) return WELL
    if (prompt === 'always') return { status: 401 }
    failures += 1
    return failures === 1 ? { status: 503 } : WELL
  }
}

describe('what happens to a hidden side before its first word', () => {
  let upstream: FakeUpstream
  let arena: TestArena
  let person: TestPerson

  const open = async (pace: BlindPace) => {
    upstream = await startFakeUpstream()
    arena = await startArena({ models: modelsOf(upstream.url), env: { BLIND_PACE: pace } })
    keepDrawable(arena)
    person = await TestPerson.arrive(arena.url)
  }
  afterEach(async () => {
    person.leave()
    await arena.close()
    await upstream.close()
  })

  const start = async (text: string) => {
    const { conversationId } = await person.does('conversation:start', { mode: 'battle', text })
    const ended = () =>
      person.hears('turn:done', (frame) => frame.conversationId === conversationId)
    return { conversationId, ended }
  }

  /** What a viewer is told of a battle, in any order: which of two equal sides ends first is chance. */
  const told = async (prompt: string) => {
    const { conversationId, ended } = await start(prompt)
    await ended()
    const { snapshot } = await person.does('conversation:join', { conversationId })
    const frames = person.heard
      .map(({ event, payload }) => ({ event, ...(payload as { conversationId: string }) }))
      .filter((frame) => frame.conversationId === conversationId)
    return {
      starts: frames.filter(({ event }) => event === 'answer:started'),
      frames: frames.map(({ event }) => event).sort(),
      answers: Object.values(snapshot.turns[0]!.answers),
      requests: upstream.calls.filter(({ body }) => JSON.stringify(body).includes(prompt)).length,
    }
  }

  it.each(BLIND_PACES)('is told by no frame, number or snapshot at pace %s', async (pace) => {
    await open(pace)
    upstream.script(byPrompt())
    const [well, once, always] = await Promise.all(['well', 'once', 'always'].map(told))
    expect([well, once, always].map((each) => each!.requests)).toEqual([2, 3, 3])
    for (const { starts } of [well!, once!, always!]) {
      expect(starts).toMatchObject([
        { seq: 2, side: 'a', attempt: 1 },
        { seq: 3, side: 'b', attempt: 1 },
      ])
    }
    for (const { frames, answers } of [once!, always!]) {
      expect(frames).toEqual(well!.frames)
      expect(answers).toEqual(well!.answers)
    }
  })

  it('is not told to who joins meanwhile', async () => {
    await open('paced')
    let failed = false
    upstream.script(() => {
      if (failed) return WELL
      failed = true
      return { status: 429, retryAfter: { form: 'ms', ms: 700 } }
    })
    const { conversationId, ended } = await start('Q')
    for (const requests of [2, 3]) {
      await expect.poll(() => upstream.calls.length, { timeout: 10_000 }).toBe(requests)
      const { snapshot } = await person.does('conversation:join', { conversationId })
      expect(snapshot.queue).toBeUndefined()
      const { a, b } = snapshot.turns[0]!.answers
      expect(a).toEqual({
        text: '',
        status: 'streaming',
        attempt: 1,
        runningMs: expect.any(Number),
      })
      expect(b).toEqual(a)
    }
    await ended()
  })

  it('is told when a person asks for both answers anew', async () => {
    await open('off')
    upstream.script(() => WELL)
    const { conversationId, ended } = await start('Q')
    await ended()
    await person.does('turn:retry', { conversationId })
    for (const side of ['a', 'b']) {
      await person.hears('answer:started', (frame) => frame.side === side && frame.attempt === 2)
    }
  })
})
