import { describe, expect, it } from 'vitest'
import type { BlindPace } from '#shared/vocabulary'
import type { Flow } from '#server/domain/pacing/flow'
import { makePace, makePaceAgain } from '#server/domain/pacing/pace'

/** What one model sends: a first delay, then characters a second, until its length is reached. */
interface Model {
  delayMs: number
  rate: number
  length: number
  /** Says nothing from then on, for so long. */
  pause?: { atMs: number; ms: number }
}

function received({ delayMs, rate, length, pause }: Model, now: number): number {
  const paused = pause && now > pause.atMs ? Math.min(now - pause.atMs, pause.ms) : 0
  const writing = now - delayMs - paused
  return now < delayMs ? 0 : Math.min(length, 1 + Math.floor((writing * rate) / 1000))
}

const endOf = ({ delayMs, rate, length }: Model): number => delayMs + (length * 1000) / rate

/** Plays models against a pace; returns what was shown of each at every 40 ms. */
function play(kind: BlindPace, models: Model[], untilMs = 200_000, pace = makePace(kind)) {
  const shown = models.map(() => 0)
  const history: { now: number; shown: number[] }[] = []
  for (let now = 0; now < untilMs; now += 40) {
    const flows = models.map((model, index): Flow => {
      const have = received(model, now)
      return { received: have, shown: shown[index]!, ended: have === model.length }
    })
    pace.advance(now, flows).forEach(({ shown: length }, index) => {
      expect(length).toBeGreaterThanOrEqual(shown[index]!)
      expect(length).toBeLessThanOrEqual(flows[index]!.received)
      shown[index] = length
    })
    history.push({ now, shown: [...shown] })
    if (shown.every((length, index) => length === models[index]!.length)) break
  }
  return history
}

const FAST: Model = { delayMs: 300, rate: 900, length: 3000 }
const SLOW: Model = { delayMs: 4000, rate: 60, length: 1200 }

describe('pace off', () => {
  it('shows what has come in', () => {
    const history = play('off', [FAST, SLOW])
    const done = history.find(({ shown }) => shown[0] === FAST.length)
    expect(done!.now).toBeLessThan(endOf(FAST) + 80)
  })
})

describe.each(['paced', 'strict'] as const)('pace %s', (kind) => {
  it('starts both sides in the same moment and moves them by the same lengths', () => {
    const history = play(kind, [FAST, SLOW])
    for (const { shown } of history) {
      if (Math.max(...shown) < SLOW.length) expect(shown[0]).toBe(shown[1])
    }
  })

  it('rests both sides where one of them falls silent', () => {
    const silent: Model = { delayMs: 300, rate: 200, length: 3000, pause: { atMs: 4000, ms: 9000 } }
    for (const { shown } of play(kind, [{ ...FAST, rate: 200 }, silent])) {
      expect(shown[0]).toBe(shown[1])
    }
  })

  it('shows everything in the end, also beside a side that failed at once', () => {
    const failed: Model = { delayMs: 0, rate: 1, length: 0 }
    expect(play(kind, [FAST, SLOW]).at(-1)!.shown).toEqual([FAST.length, SLOW.length])
    expect(play(kind, [FAST, failed]).at(-1)!.shown).toEqual([FAST.length, 0])
  })
})

describe('pace paced', () => {
  it.each([
    [FAST, SLOW],
    [FAST, FAST],
    [SLOW, SLOW],
    [{ delayMs: 200, rate: 2000, length: 30_000 }, SLOW],
  ])('keeps no side more than 10 s beyond the slower one: %o, %o', (one, two) => {
    const history = play('paced', [one, two])
    expect(history.at(-1)!.now).toBeLessThan(Math.max(endOf(one), endOf(two)) + 10_000)
  })
})

describe('pace strict', () => {
  const written = (ms: number, length = 100): Model => ({
    delayMs: ms,
    rate: 1_000_000,
    length,
  })
  const began = (history: ReturnType<typeof play>) =>
    history.find(({ shown }) => shown[0]! > 0)!.now

  it.each([
    [1, 8],
    [11, 12],
    [17, 18],
    [20, 27],
    [30, 36],
    [100, 108],
  ])('after %i s begins at second %i', (ended, begins) => {
    expect(began(play('strict', [written(ended * 1000)]))).toBe(begins * 1000)
  })

  it.each([
    [1, 18],
    [17, 18],
    [20, 27],
  ])('of a side asked again alone, after %i s, begins at second %i', (ended, begins) => {
    const history = play('strict', [written(ended * 1000)], undefined, makePaceAgain('paced'))
    expect(began(history)).toBe(begins * 1000)
  })

  it.each([100, 23_000, 24_001, 200_000])('shows %i characters within a minute', (length) => {
    const history = play('strict', [written(1000, length), written(1000, 50)])
    const took = history.at(-1)!.now - began(history)
    expect(took).toBeLessThanOrEqual(60_000)
    // At the usual rate, unless it would take longer.
    if (length < 24_000) expect(took).toBe((Math.ceil(length / 80) - 1) * 200)
    expect(history.at(-1)!.shown).toEqual([length, 50])
  })
})
