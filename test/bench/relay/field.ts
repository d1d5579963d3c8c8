import { BenchProcess } from '../support/bench-process.js'
import { compile } from '../support/compile.js'
import { bareContender } from './bare-contender.js'
import type { Contender } from './contender.js'
import { run } from './load.js'
import { rawContender } from './raw-contender.js'
import { ringsideContender } from './ringside-contender.js'

/** Frames of named models go out this often, those of hidden ones at the steps of their pace; milliseconds. */
export const FRAME_MS = 40
const PACE_STEP_MS = 200

export type ContenderName = 'raw' | 'each' | 'framed' | 'stepped' | 'off' | 'paced'

/** All servers of a bench, and the model API that all of them ask. */
export interface Field {
  upstream: BenchProcess
  contenders: Record<ContenderName, Contender>
  close(): Promise<void>
}

/** Starts everything and lets each server run warm. */
export async function openField(): Promise<Field> {
  const epoch = { BENCH_EPOCH: String(Date.now()) }
  process.env.BENCH_EPOCH = epoch.BENCH_EPOCH
  const script = await compile('test/bench/relay/upstream.process.ts')
  const upstream = await BenchProcess.start(script, epoch)
  const env = { ...epoch, UPSTREAM: upstream.url, LOG_LEVEL: 'warn' }
  const contenders = {
    raw: await rawContender('raw: undici to ws', env),
    each: await bareContender('bare loop, each token', env, 0),
    framed: await bareContender(`bare loop, ${FRAME_MS} ms frames`, env, FRAME_MS),
    stepped: await bareContender(`bare loop, ${PACE_STEP_MS} ms frames`, env, PACE_STEP_MS),
    off: await ringsideContender('Ringside, pace off', env, 'off'),
    paced: await ringsideContender('Ringside, default pace', env, 'paced'),
  }
  for (const contender of Object.values(contenders)) await warm(contender)
  return {
    upstream,
    contenders,
    async close() {
      for (const { server } of Object.values(contenders)) await server.stop()
      await upstream.stop()
    },
  }
}

/** A server that has been up for a while: what battles do often, and what tokens do, has been compiled. */
async function warm(contender: Contender): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    await run(contender, { battles: 60, tokens: 4, everyMs: 20 })
  }
  await run(contender, { battles: 60, tokens: 100, everyMs: 20 })
}
