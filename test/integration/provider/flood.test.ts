import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aRequest } from '../../support/answer-requests.js'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { ADAPTERS } from './adapters.js'

/** What an answer on its way may cost beside its own text, in bytes. */
const MOST = 5_000_000
/** A look at the heap takes some ten milliseconds. */
const LOOK_EVERY = 2_999

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const heap = (): number => {
  collect()
  return process.memoryUsage().heapUsed
}

describe.each(ADAPTERS)('$api sends without end', ({ api, provider }) => {
  let upstream: FakeUpstream
  beforeAll(async () => {
    await provider.prepare()
    upstream = await startFakeUpstream()
  })
  afterAll(() => upstream.close())

  it('a token a piece: is cut as too long, and costs no more than 5 MB meanwhile', async () => {
    const piece = (index: number) => String(1_000 + (index % 9_000))
    upstream.script(() => ({ text: ['Begun. '], flood: { piece } }))
    const request = aRequest({ provider: api, apiBase: upstream.url })
    const stop = new AbortController()
    let [pieces, length, most, finish] = [0, 0, 0, '']
    const before = heap()
    await provider.answer(request, stop.signal, (event) => {
      if (event.type === 'finish') finish = event.reason
      if (event.type !== 'text') return
      length += event.text.length
      pieces += 1
      if (pieces % LOOK_EVERY === 0) most = Math.max(most, heap() - before)
    })
    console.info(
      `${api}: ${pieces} pieces, ${length} characters, at most ${(most / 1e6).toFixed(1)} MB`,
    )
    expect(finish).toBe('length')
    expect(length).toBeLessThanOrEqual(200_000)
    expect(pieces).toBeGreaterThan(LOOK_EVERY)
    expect(most).toBeLessThan(MOST)
    expect(await upstream.calls.at(-1)!.closed).toBe('aborted')
  }, 60_000)
})
