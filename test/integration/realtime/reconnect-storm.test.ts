import { expect, it } from 'vitest'
import { reconnectStorm } from '../../support/reconnect-storm.js'

it('a hundred tabs find the end of their battles after the server was killed and started again', async () => {
  const { tabs, battles, startedMs, resyncedMs, different, peakMB } = await reconnectStorm(10, 10)
  const slowest = Math.max(...resyncedMs)
  console.info(
    `${tabs} tabs of ${battles} battles: started after ${startedMs.toFixed(0)} ms, all resynced ` +
      `${slowest.toFixed(0)} ms later; peak ${peakMB.before.toFixed(0)} MB, then ${peakMB.after.toFixed(0)} MB`,
  )
  expect(different).toBe(0)
  expect(slowest).toBeLessThan(15_000)
}, 90_000)
