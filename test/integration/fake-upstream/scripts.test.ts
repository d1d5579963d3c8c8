import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aRequest } from '../../support/answer-requests.js'
import { readToEnd } from '../../support/answers.js'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { faultScript } from '../../support/fake-upstream/faults.js'
import { keyOf, modelOf } from '../../support/fake-upstream/echo.js'
import type { Reply } from '../../support/fake-upstream/script.js'
import { ADAPTERS } from '../provider/adapters.js'

const TEXT = ['Grün, ', '短波 ', '🙂 and ', 'so on.']

describe.each(ADAPTERS)('a scripted upstream that speaks $api', ({ api, provider }) => {
  let upstream: FakeUpstream
  const ask = (reply: Reply) => {
    upstream.script(() => reply)
    const request = aRequest({ provider: api, apiBase: upstream.url })
    return readToEnd((hear) => provider.answer(request, new AbortController().signal, hear))
  }

  beforeAll(async () => {
    upstream = await startFakeUpstream()
  })
  afterAll(() => upstream.close())

  it('writes a byte at a time', async () => {
    expect((await ask({ text: TEXT, writeBytes: 1 })).text).toBe(TEXT.join(''))
  })

  it('sends a piece twice', async () => {
    expect((await ask({ text: ['one ', 'two '], duplicate: 1 })).text).toBe('one two two ')
  })

  it('floods, and ends where it was told to', async () => {
    const flood = { piece: (index: number) => `${index} `, times: 5 }
    expect(await ask({ text: ['Go: '], flood })).toMatchObject({
      text: 'Go: 0 1 2 3 4 ',
      finish: 'stop',
    })
    expect((await ask({ flood })).text).toBe('0 1 2 3 4 ')
  })

  it('notes when the exchange ended', async () => {
    await ask({ text: TEXT, firstByteMs: 30, closeMs: 150 })
    const call = upstream.calls.at(-1)!
    // Mistral's SDK hangs up at the end marker.
    expect(await call.closed).toBe(api === 'mistral' ? 'aborted' : 'finished')
    expect(call.closedAt! - call.at).toBeGreaterThanOrEqual(25)
  })

  it('keeps a rhythm', async () => {
    const started = performance.now()
    await ask({ text: ['ten chars.', 'ten chars.'], rate: 500, jitterMs: 5, firstByteMs: 20 })
    expect(performance.now() - started).toBeGreaterThanOrEqual(55)
  })

  it('knows key and model of its caller', async () => {
    await ask({ text: TEXT })
    const call = upstream.calls.at(-1)!
    expect([keyOf(call), modelOf(call)]).toEqual(['sk-secret-1', 'upstream-model'])
  })

  it('fails the same way again for the same seed', async () => {
    const round = async () => {
      const first = upstream.calls.length
      const script = faultScript({ seed: 7, rate: 0.5 })
      upstream.script((call, index) => script(call, index - first))
      const ends: string[] = []
      for (let index = 0; index < 30; index += 1) {
        const request = aRequest({ provider: api, apiBase: upstream.url })
        const read = await readToEnd((hear) =>
          provider.answer(request, new AbortController().signal, hear),
        )
        ends.push(read.failure?.code ?? read.finish!)
      }
      return ends
    }
    const ends = await round()
    expect(await round()).toEqual(ends)
    expect(new Set(ends).size).toBeGreaterThan(3)
  })
})
