import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { useElapsed } from '../../../../client/src/composables/useElapsed.js'

describe('the clock of an answer', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const clockOf = (running: boolean, already?: number) => {
    const state = { running: ref(running), already: ref(already), held: ref(false) }
    const seconds = effectScope().run(() =>
      useElapsed(
        () => state.running.value,
        () => state.already.value,
        () => state.held.value,
      ),
    )!
    return { ...state, seconds }
  }

  it('goes on, after a reload, from what the server says', () => {
    const { seconds } = clockOf(true, 12_400)
    expect(seconds.value).toBe(12)
    vi.advanceTimersByTime(2_000)
    expect(seconds.value).toBe(14)
  })

  it('begins at nothing with another attempt, and stands still at the end', async () => {
    const { seconds, running, already } = clockOf(true, 5_000)
    running.value = false
    await nextTick()
    vi.advanceTimersByTime(3_000)
    expect(seconds.value).toBe(5)
    already.value = undefined
    running.value = true
    await nextTick()
    vi.advanceTimersByTime(1_000)
    expect(seconds.value).toBe(1)
  })

  it('stands still while nobody is heard, and knows afterwards how long that was', async () => {
    const { seconds, held } = clockOf(true, 2_000)
    held.value = true
    await nextTick()
    vi.advanceTimersByTime(6_000)
    expect(seconds.value).toBe(2)
    held.value = false
    await nextTick()
    expect(seconds.value).toBe(8)
  })

  it('does not start anew when a frame knows nothing of the time', async () => {
    const { seconds, already } = clockOf(true, 5_000)
    already.value = undefined
    await nextTick()
    vi.advanceTimersByTime(1_000)
    expect(seconds.value).toBe(6)
  })
})
