import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aRequest } from '../../support/answer-requests.js'
import { begin } from '../../support/answers.js'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import type { Call } from '../../support/fake-upstream/script.js'
import { ADAPTERS } from './adapters.js'

describe.each(ADAPTERS)('$api lets go of its upstream', ({ api, provider }) => {
  let upstream: FakeUpstream
  const ask = (signal: AbortSignal) =>
    begin((hear) =>
      provider.answer(aRequest({ provider: api, apiBase: upstream.url }), signal, hear),
    )
  const endOf = (call: Call | undefined) => {
    const started = performance.now()
    return call?.closed.then((end) => ({ end, soon: performance.now() - started < 1_000 }))
  }

  beforeAll(async () => {
    await provider.prepare()
    upstream = await startFakeUpstream()
  })
  afterAll(() => upstream.close())

  it('within a second when it is stopped while the model writes', async () => {
    upstream.script(() => ({ text: ['One ', 'two'], cut: { after: 1, by: 'stall' } }))
    const stop = new AbortController()
    const { first, end } = ask(stop.signal)
    await first
    stop.abort()
    expect(await endOf(upstream.calls.at(-1))).toEqual({ end: 'aborted', soon: true })
    await end
  })

  it('within a second when it is stopped before the model says anything', async () => {
    const asked = new Promise<Call>((resolve) => {
      upstream.script((call) => {
        resolve(call)
        return { instead: 'silence' }
      })
    })
    const stop = new AbortController()
    const { end } = ask(stop.signal)
    const call = await asked
    stop.abort()
    expect(await endOf(call)).toEqual({ end: 'aborted', soon: true })
    await end
  })

  it('sends nothing when it is stopped before it begins', async () => {
    const before = upstream.calls.length
    await ask(AbortSignal.abort()).end
    expect(upstream.calls.length).toBe(before)
  })

  it('sends nothing when it is stopped in the moment in which it begins', async () => {
    upstream.script(() => ({ text: ['One'] }))
    const before = upstream.calls.length
    const stop = new AbortController()
    const { end } = ask(stop.signal)
    stop.abort()
    await end
    await ask(new AbortController().signal).end
    expect(upstream.calls.length - before).toBe(1)
  })
})
