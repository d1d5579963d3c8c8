import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { Breaker, type Asker } from '#server/domain/resilience/breaker'
import { holds } from '../../support/holds.js'

let breaker: Breaker
let now: number

beforeEach(() => {
  breaker = new Breaker()
  now = 1_000_000
})

const begin = (asker: Asker = 'draw') => breaker.begin(now, asker)
const fail = (illness: 'none' | 'failing' | 'broken' = 'failing', askedMs?: number) => {
  const trial = begin('person')
  if (trial) breaker.failed(trial, now, illness, askedMs)
}
const succeed = () => {
  const trial = begin('person')
  if (trial) breaker.succeeded(trial, now)
}
const drawable = () => breaker.waitMs(now, 'draw') === 0

describe('a breaker opens', () => {
  it('after three failures in a row', () => {
    for (const open of [false, false, true]) {
      fail()
      expect(breaker.state(now)).toBe(open ? 'open' : 'closed')
    }
    expect(drawable()).toBe(false)
  })

  it('when half of at least five outcomes of a minute are failures', () => {
    for (const step of [fail, succeed, fail, succeed]) step()
    expect(breaker.state(now)).toBe('closed')
    fail()
    expect(breaker.state(now)).toBe('open')
  })

  it('not for failures that are more than a minute old', () => {
    for (const step of [fail, succeed, fail, succeed]) step()
    now += 60_000
    fail()
    expect(breaker.state(now)).toBe('closed')
  })

  it('at once when only a repair can help', () => {
    fail('broken')
    expect(breaker.state(now)).toBe('open')
  })

  it('not for what the prompt may have done', () => {
    for (let count = 0; count < 20; count += 1) fail('none')
    expect(breaker.state(now)).toBe('closed')
  })

  it('for as long as the upstream asks, a minute at most, whoever asks', () => {
    fail('none', 5_000)
    expect(breaker.waitMs(now, 'person')).toBe(5_000)
    expect(begin('person')).toBeUndefined()
    now += 5_000
    expect(drawable()).toBe(true)
    fail('none', 3_600_000)
    expect(breaker.waitMs(now, 'draw')).toBe(60_000)
  })
})

describe('an open breaker', () => {
  beforeEach(() => fail('broken'))

  it('lets the draw try after 30 seconds, with one probe', () => {
    now += 29_999
    expect(begin()).toBeUndefined()
    now += 1
    expect(breaker.state(now)).toBe('half_open')
    expect(begin()?.probe).toBe(true)
    expect(begin()).toBeUndefined()
    expect(begin('person')).toBeUndefined()
  })

  it('closes as soon as the probe has begun to answer', () => {
    now += 30_000
    breaker.alive(begin()!)
    expect(breaker.state(now)).toBe('closed')
    expect(drawable()).toBe(true)
  })

  it('opens for twice the time when the probe breaks off after its first words, and forgets with a whole answer', () => {
    for (const seconds of [60, 120]) {
      now += breaker.waitMs(now, 'draw')
      const probe = begin()!
      breaker.alive(probe)
      breaker.failed(probe, now, 'failing')
      expect(breaker.state(now)).toBe('open')
      expect(breaker.waitMs(now, 'draw')).toBe(seconds * 1000)
    }
    now += 120_000
    succeed()
    for (const open of [false, false, true]) {
      fail()
      expect(breaker.state(now)).toBe(open ? 'open' : 'closed')
    }
    expect(breaker.waitMs(now, 'draw')).toBe(30_000)
  })

  it('opens by any that breaks off after a probe began to answer, whoever asked', () => {
    now += 30_000
    breaker.alive(begin()!)
    fail('none')
    expect(breaker.state(now)).toBe('closed')
    fail()
    expect(breaker.waitMs(now, 'draw')).toBe(60_000)
  })

  it('doubles its time with each probe that fails, up to ten minutes', () => {
    for (const seconds of [60, 120, 240, 480, 600, 600]) {
      now += breaker.waitMs(now, 'draw')
      breaker.failed(begin()!, now, 'failing')
      expect(breaker.waitMs(now, 'draw')).toBe(seconds * 1000)
    }
  })

  it('does not stay open for longer because people tried in vain', () => {
    for (let tries = 0; tries < 5; tries += 1) breaker.failed(begin('person')!, now, 'failing')
    expect(breaker.waitMs(now, 'draw')).toBe(30_000)
  })

  it('takes a person’s wish for a probe at any time', () => {
    expect(begin()).toBeUndefined()
    breaker.succeeded(begin('person')!, now)
    expect(breaker.state(now)).toBe('closed')
  })

  it('lets the next one try when a probe was stopped', () => {
    now += 30_000
    breaker.abandoned(begin()!)
    expect(begin()?.probe).toBe(true)
  })

  it('hears nothing of those that began before it opened', () => {
    const other = new Breaker()
    const old = other.begin(now, 'draw')!
    other.failed(other.begin(now, 'draw')!, now, 'broken')
    other.succeeded(old, now)
    expect(other.state(now)).toBe('open')
    other.failed(old, now, 'broken')
    expect(other.waitMs(now, 'draw')).toBe(30_000)
  })
})

it('never lets two probes out at once, and is drawable again within ten minutes of silence', () => {
  const step = fc.record({
    waitMs: fc.nat(120_000),
    asker: fc.constantFrom<Asker>('draw', 'person'),
    end: fc.constantFrom('ok', 'failing', 'broken', 'none', 'stopped', 'running' as const),
    askedMs: fc.nat(90_000),
  })
  holds(
    'breaker-never-shut-for-good',
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const subject = new Breaker()
      let time = 0
      let running: { probe: boolean } | undefined
      for (const { waitMs, asker, end, askedMs } of steps) {
        time += waitMs
        const trial = subject.begin(time, asker)
        if (trial?.probe) expect(running).toBeUndefined()
        if (!trial) continue
        if (end === 'ok') subject.succeeded(trial, time)
        else if (end === 'stopped') subject.abandoned(trial)
        else if (end !== 'running') subject.failed(trial, time, end, askedMs)
        else if (trial.probe) running = trial
      }
      if (running) return
      expect(subject.waitMs(time, 'draw')).toBeLessThanOrEqual(600_000)
      expect(subject.waitMs(time + 600_000, 'draw')).toBe(0)
    }),
    { runs: 500 },
  )
})
