import { Logger } from '@nestjs/common'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AnswerFailure } from '#server/domain/conversation/answer-event'
import { ModelProvider, type Hear } from '#server/provider/model-provider'
import { MetricsService } from '#server/metrics/metrics.service'
import { ModelHealth } from '#server/provider/model-health'
import { ParameterMemory } from '#server/provider/parameter-memory'
import { ProviderRegistry } from '#server/provider/provider.registry'
import type { Budgets } from '#server/provider/spending/budgets'
import type { SpendLedger } from '#server/provider/spending/spend-ledger'
import { ProviderService } from '#server/provider/provider.service'
import type { RequestImages } from '#server/provider/request-images'
import { aRequest } from '../../support/answer-requests.js'
import { readToEnd, type Answering } from '../../support/answers.js'
import { ManualClock } from '../../support/manual-clock.js'

class Stub extends ModelProvider {
  prepared = 0
  constructor(private readonly answering: Answering) {
    super()
  }
  override answer(_request: unknown, _signal: AbortSignal, hear: Hear): Promise<void> {
    return this.answering(hear)
  }
  override async prepare(): Promise<void> {
    this.prepared += 1
  }
}

const says = (text: string) =>
  new Stub(async (hear) => {
    hear({ type: 'text', text })
    hear({ type: 'finish', reason: 'stop' })
  })
const store = { load: () => Promise.resolve([]), remember: () => Promise.resolve() }
const noImages = { of: () => Promise.resolve(new Map()) } as unknown as RequestImages
const serviceOf = (
  providers: [Stub, Stub, Stub, Stub, Stub],
  clock = new ManualClock(),
  { images = noImages, health = new ModelHealth(clock) } = {},
) =>
  new ProviderService(
    new ProviderRegistry(
      ...(providers as unknown as ConstructorParameters<typeof ProviderRegistry>),
    ),
    new ParameterMemory(store),
    health,
    clock,
    images,
    { roomForAll: () => 'free', hold: () => () => undefined } as unknown as Budgets,
    { book: () => undefined } as unknown as SpendLedger,
    new MetricsService(),
  )
const failing = (error: unknown) => {
  const stub = new Stub(() => Promise.reject(error))
  return serviceOf([stub, stub, stub, stub, stub])
}
const signal = new AbortController().signal

let lines: string[]
beforeEach(() => {
  lines = []
  vi.spyOn(Logger.prototype, 'warn').mockImplementation((line) => lines.push(`warn ${line}`))
  vi.spyOn(Logger.prototype, 'debug').mockImplementation((line) => lines.push(`debug ${line}`))
})
afterEach(() => vi.restoreAllMocks())

describe('the provider of a model', () => {
  const [openai, anthropic, gemini, mistral, demo] = ['o', 'a', 'g', 'm', 'd'].map(says)
  const service = serviceOf([openai!, anthropic!, gemini!, mistral!, demo!])

  it.each([
    ['openai', 'o'],
    ['anthropic_message', 'a'],
    ['gemini', 'g'],
    ['mistral', 'm'],
    ['demo', 'd'],
  ] as const)('%s', async (provider, text) => {
    expect(
      (await readToEnd((hear) => service.answer(aRequest({ provider }), signal, 'draw', hear)))
        .text,
    ).toBe(text)
  })

  it('is prepared once for all its models, and the others are left alone', async () => {
    await service.prepare(['openai', 'demo', 'openai'])
    expect([openai, anthropic, gemini, mistral, demo].map((stub) => stub!.prepared)).toEqual([
      1, 0, 0, 0, 1,
    ])
  })
})

describe('pictures that are slow or fail before a model is asked', () => {
  const stub = says('A cat.')
  const clock = new ManualClock()
  const health = new ModelHealth(clock)
  const ask = (images: Promise<unknown>) => {
    const loading = { of: () => images } as unknown as RequestImages
    const service = serviceOf([stub, stub, stub, stub, stub], clock, { images: loading, health })
    return readToEnd((hear) => service.answer(aRequest(), signal, 'draw', hear))
  }
  const { versionId } = aRequest().endpoint

  it('take none of the time of the model', async () => {
    let loaded = (_: unknown): void => undefined
    const answer = ask(new Promise((resolve) => (loaded = resolve)))
    clock.advance(600_000)
    loaded(new Map())
    expect((await answer).text).toBe('A cat.')
  })

  it('are not held against the model, however often', async () => {
    for (let time = 0; time < 10; time += 1) {
      await expect(ask(Promise.reject(new Error('disk')))).rejects.toThrow('disk')
    }
    expect(health.report(versionId)).toEqual({ state: 'closed' })
    expect(health.drawable(versionId)).toBe(true)
  })
})

describe('what the operator reads', () => {
  const read = (error: unknown, until = signal) =>
    readToEnd((hear) => failing(error).answer(aRequest(), until, 'draw', hear))

  it('warns of what has to be repaired, by the public name of the model', async () => {
    const cause = new Error('HTTP 401 invalid_api_key')
    await read(new AnswerFailure('model_misconfigured', { cause }))
    expect(lines).toEqual([
      'warn public-name (openai): model_misconfigured, HTTP 401 invalid_api_key',
    ])
  })

  it('mentions in passing what a prompt brought upon itself', async () => {
    await read(new AnswerFailure('answer_filtered'))
    expect(lines).toEqual(['debug public-name (openai): answer_filtered'])
  })

  it('warns of a busy or broken provider once a minute, and of how often it was', async () => {
    const clock = new ManualClock()
    const stub = new Stub(() => Promise.reject(new AnswerFailure('model_busy')))
    const service = serviceOf([stub, stub, stub, stub, stub], clock)
    const fail = () => readToEnd((hear) => service.answer(aRequest(), signal, 'draw', hear))
    for (let time = 0; time < 3; time += 1) await fail()
    const line = 'public-name (openai): model_busy'
    expect(lines).toEqual([`warn ${line}`, `debug ${line}`, `debug ${line}`])

    lines = []
    clock.advance(60_000)
    expect(lines).toEqual([`warn ${line}: 2 more within a minute`])
    clock.advance(60_000)
    await fail()
    expect(lines).toEqual([`warn ${line}: 2 more within a minute`, `warn ${line}`])
  })

  it('says where a bug is, and not what it quotes', async () => {
    const { failure } = await read(new SyntaxError('Unexpected "Why is the sky blue?" sk-secret-1'))
    expect(failure?.code).toBe('answer_failed')
    expect(lines[0]).toMatch(
      /^warn public-name \(openai\): answer_failed, SyntaxError\n\s+at .*test/,
    )
    expect(lines[0]).not.toMatch(/sky|secret/)
  })

  it('is silent about an answer that was stopped', async () => {
    await read(new Error('x'), AbortSignal.abort())
    expect(lines).toEqual([])
  })
})
