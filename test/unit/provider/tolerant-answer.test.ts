import { Logger } from '@nestjs/common'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ModelProvider, type AnswerRequest, type Hear } from '#server/provider/model-provider'
import { ParameterMemory } from '#server/provider/parameter-memory'
import { RejectedParameters } from '#server/provider/rejected-parameters'
import { tolerantAnswer } from '#server/provider/tolerant-answer'
import type { ParameterName } from '#server/provider/parameter-name'
import { ParameterRejected } from '#server/provider/upstream/upstream-fault'
import { aRequest } from '../../support/answer-requests.js'
import { readToEnd } from '../../support/answers.js'

/** Rejects, one after another, what it is made to reject and is not spared. */
class Picky extends ModelProvider {
  readonly asked: ParameterName[][] = []
  constructor(
    private readonly rejects: ParameterName[],
    private readonly always = true,
  ) {
    super()
  }

  async answer({ rejected = new Set() }: AnswerRequest, _: AbortSignal, hear: Hear) {
    this.asked.push([...rejected])
    const name = this.rejects.find((candidate) => !rejected.has(candidate))
    if (name) throw new ParameterRejected([name], this.always, undefined)
    hear({ type: 'text', text: 'Hi' })
    hear({ type: 'finish', reason: 'stop' })
  }
}

/** Rejects a parameter that it was not even sent. */
class Stubborn extends ModelProvider {
  asked = 0
  async answer(): Promise<void> {
    this.asked += 1
    throw new ParameterRejected(['temperature'], true, undefined)
  }
}

const store = {
  load: vi.fn<RejectedParameters['load']>(),
  remember: vi.fn<RejectedParameters['remember']>(),
}
let memory: ParameterMemory

beforeEach(() => {
  store.load.mockReset().mockResolvedValue([])
  store.remember.mockReset().mockResolvedValue()
  memory = new ParameterMemory(store)
})
afterEach(() => vi.restoreAllMocks())

const read = (provider: ModelProvider, versionId = 'version-1') => {
  const { signal } = new AbortController()
  return readToEnd((hear) =>
    tolerantAnswer(provider, aRequest({ versionId }), memory, signal, hear),
  )
}

describe('a model that refuses parameters', () => {
  it('is asked again without them, once for each', async () => {
    const provider = new Picky(['temperature', 'top_p'])
    expect((await read(provider)).text).toBe('Hi')
    expect(provider.asked).toEqual([[], ['temperature'], ['temperature', 'top_p']])
    expect(store.remember.mock.calls).toEqual([['version-1', ['temperature', 'top_p']]])
  })

  it('is asked without them from then on', async () => {
    const provider = new Picky(['temperature'])
    await read(provider)
    await read(provider)
    expect(provider.asked).toEqual([[], ['temperature'], ['temperature']])
    expect(store.load).toHaveBeenCalledTimes(1)
  })

  it('is asked without them after a restart', async () => {
    store.load.mockResolvedValue(['temperature'])
    const provider = new Picky(['temperature'])
    await read(provider)
    expect(provider.asked).toEqual([['temperature']])
    expect(store.remember).not.toHaveBeenCalled()
  })

  it('is its own version: another one is asked with all', async () => {
    const provider = new Picky(['temperature'])
    await read(provider, 'version-1')
    await read(provider, 'version-2')
    expect(provider.asked.slice(2)).toEqual([[], ['temperature']])
  })

  it('is not remembered for disliking a value', async () => {
    const provider = new Picky(['temperature'], false)
    expect((await read(provider)).text).toBe('Hi')
    expect(store.remember).not.toHaveBeenCalled()
    expect([...(await memory.known('version-1'))]).toEqual([])
  })

  it('is not asked for ever', async () => {
    const provider = new Stubborn()
    expect((await read(provider)).failure?.code).toBe('model_rejected')
    expect(provider.asked).toBe(2)
    expect(store.remember).not.toHaveBeenCalled()
  })
})

describe('a store that is away', () => {
  beforeEach(() => {
    vi.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined)
  })

  it('costs no answer when it cannot be read, and is asked again', async () => {
    store.load.mockRejectedValueOnce(new Error('disk'))
    expect((await read(new Picky([]))).text).toBe('Hi')
    store.load.mockResolvedValue(['top_p'])
    const provider = new Picky(['top_p'])
    await read(provider)
    expect(provider.asked).toEqual([['top_p']])
  })

  it('costs no answer when it cannot be written, and the process remembers', async () => {
    store.remember.mockRejectedValue(new Error('disk'))
    const provider = new Picky(['temperature'])
    await read(provider)
    await read(provider)
    expect(provider.asked).toHaveLength(3)
  })
})
