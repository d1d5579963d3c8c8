import { describe, expect, it } from 'vitest'
import { AnswerFailure } from '#server/domain/conversation/answer-event'
import { ModelHealth } from '#server/provider/model-health'
import { ManualClock } from '../../support/manual-clock.js'

const broken = new AnswerFailure('model_misconfigured')
const signal = new AbortController().signal

/** A model that is left alone, and is being tried because a person asked for it. */
function probed() {
  const health = new ModelHealth(new ManualClock())
  health.begin('v', 'draw').failed(broken)
  expect(health.probed('v', signal)).toBeUndefined()
  return { health, probe: health.begin('v', 'person') }
}

/** What has happened so far, without waiting for what may never come. */
async function settled(promise: Promise<void> | undefined): Promise<boolean> {
  let done = false
  void promise?.then(() => (done = true))
  await new Promise(setImmediate)
  return done
}

describe('who asks for a sick model while it is being tried', () => {
  it('waits for its first word, and goes out then', async () => {
    const { health, probe } = probed()
    expect(() => health.begin('v', 'person')).toThrow(AnswerFailure)
    const wait = health.probed('v', signal)
    expect(await settled(wait)).toBe(false)
    probe.content()
    expect(await settled(wait)).toBe(true)
    expect(() => health.begin('v', 'person')).not.toThrow()
  })

  it.each(['failed', 'stopped'] as const)('may try it next where the first has %s', async (end) => {
    const { health, probe } = probed()
    const wait = health.probed('v', signal)
    if (end === 'failed') probe.failed(broken)
    else probe.stopped()
    expect(await settled(wait)).toBe(true)
    expect(() => health.begin('v', 'person')).not.toThrow()
    expect(health.probed('v', signal)).toBeDefined()
  })

  it('waits no longer than it wants to', async () => {
    const { health } = probed()
    const stop = new AbortController()
    const wait = health.probed('v', stop.signal)
    stop.abort()
    expect(await settled(wait)).toBe(true)
  })
})

describe('a model whose entry in the model file has changed', () => {
  it('gets another chance, and the others do not', () => {
    const health = new ModelHealth(new ManualClock())
    for (const version of ['v', 'w']) health.begin(version, 'draw').failed(broken)
    health.mended(['v'])
    expect(health.report('v')).toEqual({ state: 'closed' })
    expect(health.report('w')).toMatchObject({ state: 'open', lastError: { code: broken.code } })
  })

  it('is left alone for as long as its upstream has asked for', () => {
    const health = new ModelHealth(new ManualClock())
    health.begin('v', 'draw').failed(new AnswerFailure('model_busy', { retryAfterMs: 20_000 }))
    health.mended(['v'])
    expect(health.drawable('v')).toBe(false)
    expect(() => health.begin('v', 'person')).toThrow(AnswerFailure)
  })
})
