import { PacedTask } from '#server/leaderboard/paced-task'
import { beforeEach, describe, expect, it } from 'vitest'
import { ManualClock } from '../../support/manual-clock.js'

const GAP = 200

describe('a paced task', () => {
  let clock: ManualClock
  let runs: number[]
  let finish: (() => void)[]
  let task: PacedTask

  beforeEach(() => {
    clock = new ManualClock()
    runs = []
    finish = []
    const start = clock.now()
    task = new PacedTask(clock, GAP, () => {
      runs.push(clock.now() - start)
      return new Promise((resolve) => finish.push(resolve))
    })
  })

  /** Lets the run that is under way end. */
  const end = async (): Promise<void> => {
    finish.shift()!()
    await Promise.resolve()
    await Promise.resolve()
  }

  it('runs at once after a rest', () => {
    task.request()
    clock.advance(0)
    expect(runs).toEqual([0])
  })

  it('answers a burst by one run now and one at the end of the gap', async () => {
    for (let i = 0; i < 5; i += 1) task.request()
    clock.advance(0)
    await end()
    for (let i = 0; i < 5; i += 1) task.request()
    clock.advance(GAP - 1)
    expect(runs).toEqual([0])
    clock.advance(1)
    expect(runs).toEqual([0, GAP])
    await end()
    clock.advance(10 * GAP)
    expect(runs).toEqual([0, GAP])
  })

  it('rests no longer because the clock on the wall was set back', async () => {
    task.request()
    clock.advance(0)
    await end()
    clock.set(-3_600_000)
    task.request()
    clock.advance(GAP)
    expect(runs).toHaveLength(2)
  })

  it('never runs twice at a time, and loses no request that comes during a run', async () => {
    task.request()
    clock.advance(0)
    task.request()
    clock.advance(5 * GAP)
    expect(runs).toEqual([0])
    await end()
    // However long it took, it rests.
    clock.advance(GAP - 1)
    expect(runs).toEqual([0])
    clock.advance(1)
    expect(runs).toEqual([0, 6 * GAP])
  })

  it('stops: what waits is dropped, what runs is waited for', async () => {
    task.request()
    clock.advance(0)
    task.request()
    let stopped = false
    const stop = task.stop().then(() => (stopped = true))
    await Promise.resolve()
    expect(stopped).toBe(false)
    await end()
    await stop
    clock.advance(10 * GAP)
    expect(runs).toEqual([0])
    expect(clock.pending).toBe(0)
  })
})
