import { Global, Module } from '@nestjs/common'
import { Test } from '@nestjs/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseSettings } from '#server/config/parse-settings'
import { Settings } from '#server/config/settings'
import { Clock } from '#server/domain/ports'
import { MetricsService } from '#server/metrics/metrics.service'
import { ImageLibrary } from '#server/images/image-library'
import { ImagesModule } from '#server/images/images.module'
import { ProviderModule } from '#server/provider/provider.module'
import { ProviderPreparation } from '#server/provider/provider-preparation'
import { ProviderService } from '#server/provider/provider.service'
import { RejectedParameters } from '#server/provider/rejected-parameters'
import { SpendLedger } from '#server/provider/spending/spend-ledger'
import { aRequest } from '../../support/answer-requests.js'
import { begin, readToEnd, type Answering } from '../../support/answers.js'
import { startFakeUpstream, type FakeUpstream } from '../../support/fake-upstream/fake-upstream.js'
import { ManualClock } from '../../support/manual-clock.js'
import { ADAPTERS } from './adapters.js'

const clock = new ManualClock()

@Global()
@Module({
  providers: [
    { provide: Clock, useValue: clock },
    { provide: Settings, useValue: parseSettings({}, {}, '/') },
    MetricsService,
  ],
  exports: [Clock, Settings, MetricsService],
})
class Surroundings {}

/** No request of these tests shows a picture. */
@Module({
  providers: [{ provide: ImageLibrary, useValue: {} }],
  exports: [ImageLibrary],
})
class NoImages {}

let upstream: FakeUpstream
let service: ProviderService

beforeAll(async () => {
  upstream = await startFakeUpstream()
  const module = await Test.createTestingModule({ imports: [Surroundings, ProviderModule] })
    .overrideModule(ImagesModule)
    .useModule(NoImages)
    .overrideProvider(SpendLedger)
    .useValue({ book: () => undefined, spentOn: () => 0, spentIn: () => 0 })
    .overrideProvider(RejectedParameters)
    .useValue({ load: async () => [], remember: async () => undefined })
    .overrideProvider(ProviderPreparation)
    .useValue({})
    .compile()
  service = module.get(ProviderService)
  await service.prepare(ADAPTERS.map(({ api }) => api))
})
afterAll(() => upstream.close())

describe.each(ADAPTERS)('$api behind the one door', ({ api }) => {
  const answer =
    (signal = new AbortController().signal): Answering =>
    (hear) =>
      service.answer(aRequest({ provider: api, apiBase: upstream.url }), signal, 'person', hear)
  const lastCallClosed = async () => {
    const started = performance.now()
    const end = await upstream.calls.at(-1)?.closed
    return { end, soon: performance.now() - started < 1_000 }
  }

  it('is done with an answer that is complete, though the upstream keeps the connection open', async () => {
    upstream.script(() => ({
      text: ['One ', 'two.'],
      usage: { input: 1, output: 2 },
      closeMs: 600_000,
    }))
    const read = await readToEnd(answer())
    expect(read.failure).toBeUndefined()
    expect(read.events.map(({ type }) => type)).toEqual(['text', 'text', 'usage', 'finish'])
    expect(await lastCallClosed()).toEqual({ end: 'aborted', soon: true })
    upstream.script(() => ({}))
  })

  it('answers', async () => {
    // The pause of a failure's report, of the API before, goes on.
    const pending = clock.pending
    upstream.script(() => ({ text: ['Hi'], usage: { input: 1, output: 2 } }))
    const { events } = await readToEnd(answer())
    expect(events.map(({ type }) => type)).toEqual(['text', 'usage', 'finish'])
    expect(clock.pending).toBe(pending)
  })

  it('gives a silent upstream up and hangs up on it', async () => {
    const asked = new Promise<void>((resolve) => {
      upstream.script(() => {
        resolve()
        return { instead: 'silence' }
      })
    })
    const { end } = begin(answer())
    await asked
    clock.advance(30_000)
    await expect(end).rejects.toMatchObject({ code: 'answer_timeout' })
    expect(await lastCallClosed()).toEqual({ end: 'aborted', soon: true })
  })

  it.each([
    ['comments', undefined],
    ['empty pieces', ''],
  ])('gives an upstream up that sends %s for ever', async (_what, nothing) => {
    const begun = clock.now()
    upstream.script(() => ({
      text: [],
      chunkMs: 1,
      flood: {
        piece: (index) => {
          if (index % 5 === 4) clock.advance(10_000)
          return nothing
        },
      },
    }))
    await expect(begin(answer()).end).rejects.toMatchObject({ code: 'answer_timeout' })
    expect(clock.now() - begun).toBe(30_000)
    expect(await lastCallClosed()).toEqual({ end: 'aborted', soon: true })
  })

  it('gives an upstream up that stops in the middle and hangs up on it', async () => {
    upstream.script(() => ({ text: ['Hi', ' you'], cut: { after: 1, by: 'stall' } }))
    const { first, end } = begin(answer())
    await first
    clock.advance(20_000)
    await expect(end).rejects.toMatchObject({ code: 'answer_timeout' })
    expect(await lastCallClosed()).toEqual({ end: 'aborted', soon: true })
  })

  it('hangs up when it is stopped while it waits', async () => {
    upstream.script(() => ({ text: ['Hi', ' you'], cut: { after: 1, by: 'stall' } }))
    const stop = new AbortController()
    const { first, end } = begin(answer(stop.signal))
    await first
    stop.abort()
    await end
    expect(await lastCallClosed()).toEqual({ end: 'aborted', soon: true })
  })
})
