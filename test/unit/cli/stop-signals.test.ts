import { EventEmitter } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import { stopWished } from '#server/cli/stop-signals'
import { ManualClock } from '../../support/manual-clock.js'

function listen() {
  const clock = new ManualClock()
  const source = new EventEmitter()
  const giveUp = vi.fn()
  return { clock, source, giveUp, stop: stopWished(source, ['SIGINT', 'SIGTERM'], clock, giveUp) }
}

describe('a signal to stop', () => {
  it.each(['SIGINT', 'SIGTERM'])('%s is heard', async (signal) => {
    const { source, stop } = listen()
    source.emit(signal)
    await expect(stop).resolves.toBeUndefined()
  })

  it('is the same one when it comes again within two seconds', () => {
    const { clock, source, giveUp } = listen()
    source.emit('SIGINT')
    clock.advance(1_999)
    source.emit('SIGINT')
    source.emit('SIGTERM')
    expect(giveUp).not.toHaveBeenCalled()
  })

  it('ends the waiting when it comes again later', () => {
    const { clock, source, giveUp } = listen()
    source.emit('SIGINT')
    clock.advance(2_000)
    source.emit('SIGINT')
    expect(giveUp).toHaveBeenCalledOnce()
  })
})
