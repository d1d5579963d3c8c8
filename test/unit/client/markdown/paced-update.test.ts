import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PacedUpdate } from '../../../../client/src/lib/markdown/paced-update.js'

describe('a paced update', () => {
  beforeEach(
    () =>
      void vi.useFakeTimers({
        toFake: [
          'performance',
          'setTimeout',
          'clearTimeout',
          'requestAnimationFrame',
          'cancelAnimationFrame',
        ],
      }),
  )
  afterEach(() => void vi.useRealTimers())

  it('happens once a frame, however often it is asked for', () => {
    const update = vi.fn()
    const pace = new PacedUpdate(update)
    for (let i = 0; i < 10; i += 1) pace.soon()
    expect(update).not.toHaveBeenCalled()
    vi.advanceTimersByTime(50)
    expect(update).toHaveBeenCalledTimes(1)
  })

  it('takes a quarter of the time at most when it is slow', () => {
    const update = vi.fn(() => vi.advanceTimersByTime(100))
    const pace = new PacedUpdate(update)
    pace.now()
    pace.soon()
    vi.advanceTimersByTime(250)
    expect(update).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(100)
    expect(update).toHaveBeenCalledTimes(2)
  })

  it('happens at once at the end, and not again', () => {
    const update = vi.fn()
    const pace = new PacedUpdate(update)
    pace.soon()
    pace.now()
    vi.advanceTimersByTime(1_000)
    expect(update).toHaveBeenCalledTimes(1)
  })

  it('does not happen after the page is gone', () => {
    const update = vi.fn()
    const pace = new PacedUpdate(update)
    pace.soon()
    pace.stop()
    vi.advanceTimersByTime(1_000)
    expect(update).not.toHaveBeenCalled()
  })
})
