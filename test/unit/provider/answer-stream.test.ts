import { getEventListeners } from 'node:events'
import { beforeEach, describe, expect, it } from 'vitest'
import { AnswerFailure, type AnswerEvent } from '#server/domain/conversation/answer-event'
import { AnswerStream } from '#server/provider/answer-stream'
import { readToEnd } from '../../support/answers.js'
import { ManualClock } from '../../support/manual-clock.js'

const TIMEOUTS = { firstMs: 100, stallMs: 50, totalMs: 1_000 }

const text = (piece: string): AnswerEvent => ({ type: 'text', text: piece })
const FINISH: AnswerEvent = { type: 'finish', reason: 'stop' }

/** A provider that says what the test tells it to, when the test tells it to, and ignores every signal. */
class Puppet implements AsyncIterator<AnswerEvent> {
  signal: AbortSignal | undefined
  returned = false
  private asked: PromiseWithResolversOf<IteratorResult<AnswerEvent>> | undefined

  next() {
    this.asked = withResolvers()
    return this.asked.promise
  }
  return() {
    this.returned = true
    return Promise.resolve({ done: true as const, value: undefined })
  }
  say(event: AnswerEvent) {
    this.asked?.resolve({ done: false, value: event })
  }
  end() {
    this.asked?.resolve({ done: true, value: undefined })
  }
  fail(error: unknown) {
    this.asked?.reject(error)
  }
}

interface PromiseWithResolversOf<T> {
  promise: Promise<T>
  resolve(value: T): void
  reject(error: unknown): void
}

function withResolvers<T>(): PromiseWithResolversOf<T> {
  let resolve!: (value: T) => void
  let reject!: (error: unknown) => void
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}

let clock: ManualClock
let puppet: Puppet
let stop: AbortController
let failures: AnswerFailure[]
let heard: string[]
let answer: AnswerStream

beforeEach(() => {
  clock = new ManualClock()
  puppet = new Puppet()
  stop = new AbortController()
  failures = []
  heard = []
  answer = new AnswerStream({
    open: (signal) => {
      puppet.signal = signal
      return puppet
    },
    signal: stop.signal,
    clock,
    timeouts: TIMEOUTS,
    onEvent: () => undefined,
    watch: {
      content: () => heard.push('content'),
      finished: () => heard.push('finished'),
      stopped: () => heard.push('stopped'),
      failed: (failure) => {
        heard.push('failed')
        failures.push(failure)
      },
    },
  })
})

const hear = (event: AnswerEvent) => {
  const turn = answer.next()
  puppet.say(event)
  return turn
}
const closed = () => puppet.signal?.aborted === true && puppet.returned && clock.pending === 0

describe('an answer under our clocks', () => {
  it('passes events on and ends after the finish', async () => {
    expect(await hear(text('Hi'))).toEqual({ done: false, value: text('Hi') })
    expect(await hear(FINISH)).toEqual({ done: false, value: FINISH })
    expect(await answer.next()).toEqual({ done: true, value: undefined })
    expect(clock.pending).toBe(0)
    expect(puppet.returned).toBe(true)
  })

  it('begins only when it is read', async () => {
    expect(puppet.signal).toBeUndefined()
    expect(clock.pending).toBe(0)
  })

  it('times out when no content comes', async () => {
    const waiting = answer.next()
    clock.advance(99)
    expect(failures).toEqual([])
    clock.advance(1)
    await expect(waiting).rejects.toMatchObject({ code: 'answer_timeout' })
    expect(closed()).toBe(true)
    expect(failures).toHaveLength(1)
  })

  it('is not held alive by what is no content', async () => {
    const first = answer.next()
    clock.advance(60)
    puppet.say({ type: 'usage', usage: { inputTokens: 1 } })
    await first
    const waiting = answer.next()
    clock.advance(39)
    expect(failures).toEqual([])
    clock.advance(1)
    expect(failures).toHaveLength(1)
    await expect(waiting).rejects.toMatchObject({ code: 'answer_timeout' })
  })

  it('takes reasoning for content', async () => {
    const first = answer.next()
    clock.advance(99)
    puppet.say({ type: 'reasoning', text: 'Hm' })
    await first
    const waiting = answer.next()
    clock.advance(49)
    puppet.say(text('Hi'))
    expect((await waiting).done).toBe(false)
  })

  it('times out when the content stops', async () => {
    await hear(text('Hi'))
    clock.advance(49)
    await hear(text(' you'))
    const waiting = answer.next()
    clock.advance(49)
    expect(failures).toEqual([])
    clock.advance(1)
    await expect(waiting).rejects.toMatchObject({ code: 'answer_timeout' })
    expect(closed()).toBe(true)
  })

  it('times out as a whole, however lively it is', async () => {
    for (let ms = 0; ms < 1_000; ms += 40) {
      await hear(text('.'))
      clock.advance(40)
    }
    await expect(answer.next()).rejects.toMatchObject({ code: 'answer_timeout' })
    expect((await answer.next()).done).toBe(true)
  })
})

describe('an answer that is stopped', () => {
  it('ends at once and closes the upstream, though the provider does not listen', async () => {
    await hear(text('Hi'))
    const waiting = answer.next()
    stop.abort()
    expect(await waiting).toEqual({ done: true, value: undefined })
    expect(closed()).toBe(true)
    expect(failures).toEqual([])
  })

  it('says nothing of what comes too late', async () => {
    const waiting = answer.next()
    stop.abort()
    puppet.say(text('late'))
    expect((await waiting).done).toBe(true)
    expect((await answer.next()).done).toBe(true)
    expect(clock.pending).toBe(0)
  })

  it('swallows an error that comes too late', async () => {
    const waiting = answer.next()
    stop.abort()
    puppet.fail(new Error('late'))
    expect((await waiting).done).toBe(true)
    expect(failures).toEqual([])
  })

  it('never begins when it was stopped before', async () => {
    stop.abort()
    expect(await readToEnd(answer)).toEqual({ text: '', reasoning: '', events: [] })
    expect(puppet.signal).toBeUndefined()
    expect(clock.pending).toBe(0)
  })

  it('leaves nothing behind: neither at the signal of its caller nor an open connection', async () => {
    await hear(text('Hi'))
    expect(puppet.signal?.aborted).toBe(false)
    await hear(FINISH)
    expect(getEventListeners(stop.signal, 'abort')).toEqual([])
    expect(puppet.signal?.aborted).toBe(true)
  })
})

describe('an answer whose reader leaves', () => {
  it('closes the upstream', async () => {
    await hear(text('Hi'))
    expect(await answer.return()).toEqual({ done: true, value: undefined })
    expect(closed()).toBe(true)
  })

  it('closes it though a read is still waiting', async () => {
    const waiting = answer.next()
    await answer.return()
    expect((await waiting).done).toBe(true)
    expect(closed()).toBe(true)
  })
})

describe('a provider that breaks its contract', () => {
  it('is found out when it ends without a finish', async () => {
    const waiting = answer.next()
    puppet.end()
    await expect(waiting).rejects.toMatchObject({ code: 'answer_truncated' })
    expect(closed()).toBe(true)
  })

  it('is not heard after the finish', async () => {
    await hear(FINISH)
    const late = answer.next()
    puppet.say(text('late'))
    expect((await late).done).toBe(true)
  })

  it('fails in our words when it throws in its own', async () => {
    const waiting = answer.next()
    const bug = new TypeError('undefined is not a function')
    puppet.fail(bug)
    await expect(waiting).rejects.toMatchObject({ code: 'answer_failed', cause: bug })
  })

  it('keeps a failure of our words', async () => {
    const waiting = answer.next()
    const busy = new AnswerFailure('model_busy', { retryAfterMs: 5 })
    puppet.fail(busy)
    await expect(waiting).rejects.toBe(busy)
    expect(failures).toEqual([busy])
  })
})
