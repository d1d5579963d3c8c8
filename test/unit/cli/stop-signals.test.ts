import { EventEmitter } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import { stopWished } from '#server/cli/stop-signals'
import { ManualClock } from '../../support/manual-clock.js'

function listen() {
  const clock = new ManualClock()
  const source = new EventEmitter()
  const heard: string[] = []
  const giveUp = vi.fn(() => void heard.push('give up'))
  const { stop, hurry } = stopWished(source, ['SIGINT', 'SIGTERM'], clock, giveUp)
  void stop.then(() => heard.push('stop'))
  void hurry.then(() => heard.push('hurry'))
  const signal = async (name: string, afterMs = 0) => {
    clock.advance(afterMs)
    source.emit(name)
    await Promise.resolve()
    return heard
  }
  return { signal }
}

describe('a signal to stop', () => {
  it.each(['SIGINT', 'SIGTERM'])('%s is heard', async (name) => {
    expect(await listen().signal(name)).toEqual(['stop'])
  })

  it('is the same one when it comes again within two seconds', async () => {
    const { signal } = listen()
    await signal('SIGINT')
    await signal('SIGINT', 1_999)
    expect(await signal('SIGTERM')).toEqual(['stop'])
  })

  it('hurries when it comes again later, and ends everything the third time', async () => {
    const { signal } = listen()
    await signal('SIGINT')
    expect(await signal('SIGINT', 2_000)).toEqual(['stop', 'hurry'])
    expect(await signal('SIGTERM', 2_000)).toEqual(['stop', 'hurry', 'give up'])
  })
})
