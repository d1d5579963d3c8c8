import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { reconnectStorm } from '../support/reconnect-storm.js'
import { percentile } from '../support/percentile.js'
import { report } from './support/report.js'

it('500 tabs of 50 running battles come back after the server was killed', async () => {
  execFileSync(process.execPath, ['bin/ringside.mjs', '--version'])
  const storm = await reconnectStorm(50, 10)
  report('reconnect', [
    {
      tabs: storm.tabs,
      battles: storm.battles,
      different: storm.different,
      'start ms': storm.startedMs,
      'p50 ms': percentile(storm.resyncedMs, 0.5),
      'all ms': Math.max(...storm.resyncedMs),
      'peak MB before': storm.peakMB.before,
      'peak MB after': storm.peakMB.after,
    },
  ])
  expect(storm.different).toBe(0)
  expect(Math.max(...storm.resyncedMs)).toBeLessThan(15_000)
  expect(storm.peakMB.after).toBeLessThanOrEqual(2 * storm.peakMB.before)
}, 300_000)
