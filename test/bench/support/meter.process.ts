import { monitorEventLoopDelay } from 'node:perf_hooks'
import { collectGarbage } from '../../support/collect-garbage.js'

// Loaded before a measured program: answers, when asked, what the process has used so far. Asked for what lives, it
// sweeps first, which costs processor time.
const delays = monitorEventLoopDelay({ resolution: 5 })
delays.enable()

async function answer(question: unknown): Promise<void> {
  if (question !== 'usage' && question !== 'what lives') return
  if (question === 'what lives') await collectGarbage()
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed } = process.memoryUsage()
  // Since the question before.
  const loopP99Ms = delays.percentile(99) / 1e6
  delays.reset()
  process.send?.({ cpuMicros: user + system, rss, heapUsed, loopP99Ms })
}
process.on('message', (question) => void answer(question))
// The question alone must not keep the program alive.
process.channel?.unref()
