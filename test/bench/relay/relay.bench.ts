import { afterAll, beforeAll, expect, it } from 'vitest'
import { BenchProcess } from '../support/bench-process.js'
import { compile } from '../support/compile.js'
import { report } from '../support/report.js'
import { bareContender } from './bare-contender.js'
import type { Contender } from './contender.js'
import { median, run, type Figures, type Load } from './load.js'
import { rawContender } from './raw-contender.js'
import { ringsideContender } from './ringside-contender.js'

const ROUNDS = 3
const RELAY: Load = { battles: 60, tokens: 200, everyMs: 20 }
const WARM_UP: Load = { battles: 20, tokens: 100, everyMs: 10 }

let upstream: BenchProcess
let contenders: Contender[]

/** The pages look at 40 ms; the pace of hidden answers moves every 200 ms. */
const FRAME_MS = 40
const PACE_STEP_MS = 200

beforeAll(async () => {
  const epoch = { BENCH_EPOCH: String(Date.now()) }
  process.env.BENCH_EPOCH = epoch.BENCH_EPOCH
  upstream = await BenchProcess.start(await compile('test/bench/relay/upstream.process.ts'), epoch)
  const env = { ...epoch, UPSTREAM: upstream.url, LOG_LEVEL: 'warn' }
  contenders = [
    await rawContender('raw: undici to ws', env),
    await bareContender('bare loop, each token', env, 0),
    await bareContender(`bare loop, ${FRAME_MS} ms`, env, FRAME_MS),
    await bareContender(`bare loop, ${PACE_STEP_MS} ms`, env, PACE_STEP_MS),
    await ringsideContender('Ringside, pace off', env, 'off'),
    await ringsideContender('Ringside, paced', env, 'paced'),
  ]
  for (const contender of contenders) await run(contender, WARM_UP)
})

afterAll(async () => {
  for (const { server } of contenders) await server.stop()
  await upstream.stop()
})

it('relays 60 battles', async () => {
  const runs = new Map<string, Figures[]>(contenders.map(({ name }) => [name, []]))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const contender of contenders) {
      runs.get(contender.name)!.push(await run(contender, RELAY))
    }
  }
  const rows = [...runs].map(([name, each]) => ({ name, ...median(each) }))
  const cpuOf = (name: string) => rows.find((row) => row.name === name)!.cpuMicros
  report(
    'relay',
    rows.map(({ name, cpuMicros, p50Ms, p99Ms, lost, rssMb }) => ({
      server: name,
      'CPU us/token': cpuMicros,
      'to bare each': cpuMicros / cpuOf('bare loop, each token'),
      'to bare 40 ms': cpuMicros / cpuOf(`bare loop, ${FRAME_MS} ms`),
      'to bare 200 ms': cpuMicros / cpuOf(`bare loop, ${PACE_STEP_MS} ms`),
      'p50 ms': p50Ms,
      'p99 ms': p99Ms,
      lost,
      'RSS MB': rssMb,
    })),
  )
  for (const { name, lost } of rows) expect(lost, name).toBe(0)
})
