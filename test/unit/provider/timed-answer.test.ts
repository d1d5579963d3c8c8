import { getEventListeners } from 'node:events'
import { beforeEach, describe, expect, it } from 'vitest'
import { AnswerFailure, type AnswerEvent } from '#server/domain/conversation/answer-event'
import type { Hear } from '#server/provider/model-provider'
import { TimedAnswer } from '#server/provider/timed-answer'
import { ManualClock } from '../../support/manual-clock.js'

const TIMEOUTS = { firstMs: 100, stallMs: 50, totalMs: 1_000 }

const text = (piece: string): AnswerEvent => ({ type: 'text', text: piece })
const FINISH: AnswerEvent = { type: 'finish', reason: 'stop' }

/** A provider that says what the test tells it to, when the test tells it to, and ignores every signal. */
class Puppet {
  signal: AbortSignal | undefined
  say: Hear = () => undefined
  end!: () => void
  fail!: (error: unknown) => void

  answer(signal: AbortSignal, hear: Hear): Promise<void> {
    this.signal = signal
    this.say = hear
    return new Promise((resolve, reject) => {
      this.end = resolve
      this.fail = reject
    })
  }
}

let clock: ManualClock
let puppet: Puppet
let stop: AbortController
let failures: AnswerFailure[]
let watched: string[]
let heard: AnswerEvent[]

beforeEach(() => {
  clock = new ManualClock()
  puppet = new Puppet()
  stop = new AbortController()
  failures = []
  watched = []
  heard = []
})

const run = (hear: Hear = (event) => heard.push(event)): Promise<void> =>
  TimedAnswer.run({
    open: (signal, tell) => puppet.answer(signal, tell),
    signal: stop.signal,
    clock,
    timeouts: TIMEOUTS,
    hear,
    watch: {
      content: () => watched.push('content'),
      finished: () => watched.push('finished'),
      stopped: () => watched.push('stopped'),
      failed: (failure) => {
        watched.push('failed')
        failures.push(failure)
      },
    },
  })
const closed = () => puppet.signal?.aborted === true && clock.pending === 0

describe('an answer under our clocks', () => {
  it('passes events on and ends with the finish', async () => {
    const answer = run()
    puppet.say(text('Hi'))
    puppet.say(FINISH)
    await answer
    expect(heard).toEqual([text('Hi'), FINISH])
    expect(watched).toEqual(['content', 'finished'])
    expect(closed()).toBe(true)
  })

  it('times out when no content comes', async () => {
    const answer = run()
    clock.advance(99)
    expect(failures).toEqual([])
    clock.advance(1)
    await expect(answer).rejects.toMatchObject({ code: 'answer_timeout' })
    expect(closed()).toBe(true)
    expect(watched).toEqual(['failed'])
  })

  it('is not held alive by what is no content', async () => {
    const answer = run()
    clock.advance(60)
    puppet.say({ type: 'usage', usage: { inputTokens: 1 } })
    clock.advance(39)
    expect(failures).toEqual([])
    clock.advance(1)
    await expect(answer).rejects.toMatchObject({ code: 'answer_timeout' })
  })

  it('takes reasoning for content', async () => {
    const answer = run()
    clock.advance(99)
    puppet.say({ type: 'reasoning', text: 'Hm' })
    clock.advance(49)
    puppet.say(text('Hi'))
    puppet.say(FINISH)
    await answer
    expect(heard).toHaveLength(3)
  })

  it('times out when the content stops', async () => {
    const answer = run()
    puppet.say(text('Hi'))
    clock.advance(49)
    puppet.say(text(' you'))
    clock.advance(49)
    expect(failures).toEqual([])
    clock.advance(1)
    await expect(answer).rejects.toMatchObject({ code: 'answer_timeout' })
    expect(closed()).toBe(true)
  })

  it('times out as a whole, however lively it is', async () => {
    const answer = run()
    const failed = expect(answer).rejects.toMatchObject({ code: 'answer_timeout' })
    for (let ms = 0; ms < 1_000; ms += 40) {
      puppet.say(text('.'))
      clock.advance(40)
    }
    await failed
    expect(clock.pending).toBe(0)
  })
})

describe('an answer that is stopped', () => {
  it('ends at once and closes the upstream, though the provider does not listen', async () => {
    const answer = run()
    puppet.say(text('Hi'))
    stop.abort()
    await answer
    expect(closed()).toBe(true)
    expect(watched).toEqual(['content', 'stopped'])
  })

  it('says nothing of what comes too late', async () => {
    const answer = run()
    stop.abort()
    puppet.say(text('late'))
    await answer
    expect(heard).toEqual([])
    expect(clock.pending).toBe(0)
  })

  it('swallows an error that comes too late', async () => {
    const answer = run()
    stop.abort()
    puppet.fail(new Error('late'))
    await answer
    expect(failures).toEqual([])
  })

  it('by whoever hears it, in the middle', async () => {
    const answer = run((event) => {
      heard.push(event)
      stop.abort()
    })
    puppet.say(text('Hi'))
    puppet.say(FINISH)
    await answer
    expect(heard).toEqual([text('Hi')])
    expect(watched.at(-1)).toBe('stopped')
  })

  it('never begins when it was stopped before', async () => {
    stop.abort()
    await run()
    expect(heard).toEqual([])
    expect(puppet.signal).toBeUndefined()
    expect(clock.pending).toBe(0)
    expect(watched).toEqual(['stopped'])
  })

  it('leaves nothing behind: neither at the signal of its caller nor an open connection', async () => {
    const answer = run()
    puppet.say(text('Hi'))
    expect(puppet.signal?.aborted).toBe(false)
    puppet.say(FINISH)
    await answer
    expect(getEventListeners(stop.signal, 'abort')).toEqual([])
    expect(puppet.signal?.aborted).toBe(true)
  })
})

describe('a provider that breaks its contract', () => {
  it('is found out when it ends without a finish', async () => {
    const answer = run()
    puppet.end()
    await expect(answer).rejects.toMatchObject({ code: 'answer_truncated' })
    expect(closed()).toBe(true)
  })

  it('is not heard after the finish', async () => {
    const answer = run()
    puppet.say(FINISH)
    puppet.say(text('late'))
    await answer
    expect(heard).toEqual([FINISH])
  })

  it('fails in our words when it throws in its own', async () => {
    const answer = run()
    const bug = new TypeError('undefined is not a function')
    puppet.fail(bug)
    await expect(answer).rejects.toMatchObject({ code: 'answer_failed', cause: bug })
  })

  it('keeps a failure of our words', async () => {
    const answer = run()
    const busy = new AnswerFailure('model_busy', { retryAfterMs: 5 })
    puppet.fail(busy)
    await expect(answer).rejects.toBe(busy)
    expect(failures).toEqual([busy])
  })
})

it('a bug of whoever hears an answer is no fault of the upstream', async () => {
  const bug = new TypeError('undefined is not a function')
  const answer = run(() => {
    throw bug
  })
  puppet.say(text('Hi'))
  await expect(answer).rejects.toMatchObject({ code: 'answer_failed', cause: bug })
  expect(closed()).toBe(true)
})
