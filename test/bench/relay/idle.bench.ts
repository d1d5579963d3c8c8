import { afterAll, beforeAll, expect, it } from 'vitest'
import { BenchProcess } from '../support/bench-process.js'
import { compile } from '../support/compile.js'
import { expectGoals } from '../support/goals.js'
import { report } from '../support/report.js'
import { bareContender } from './bare-contender.js'
import type { Contender } from './contender.js'
import { Ears, Heard } from './ears.js'
import { ringsideContender } from './ringside-contender.js'

const PEOPLE = 1_000
/** So that what a server makes once is made. */
const FIRST = 200
const KB = 1_024

let upstream: BenchProcess
let contenders: Contender[]
beforeAll(async () => {
  const epoch = { BENCH_EPOCH: String(Date.now()) }
  upstream = await BenchProcess.start(await compile('test/bench/relay/upstream.process.ts'), epoch)
  const env = { ...epoch, UPSTREAM: upstream.url, LOG_LEVEL: 'warn' }
  contenders = [
    await bareContender('bare Socket.IO', env, 0),
    await ringsideContender('Ringside', env, 'paced'),
  ]
})
afterAll(async () => {
  for (const { server } of contenders) await server.stop()
  await upstream.stop()
})

/** In groups, as a crowd would find the door shut. */
async function come(contender: Contender, count: number) {
  const leave: (() => void)[] = []
  while (leave.length < count) {
    const group = Array.from({ length: 50 }, () => contender.sit(new Ears(new Heard()), []))
    leave.push(...(await Promise.all(group)).map((seat) => () => seat.leave()))
  }
  return () => leave.forEach((each) => each())
}

/** Until the memory of a server that people have left is what it stays at. */
async function atRest({ server }: Contender) {
  let rest = await server.living()
  await expect
    .poll(
      async () => {
        const before = rest.heapUsed
        rest = await server.living()
        return Math.abs(rest.heapUsed - before)
      },
      { timeout: 60_000, interval: 500 },
    )
    .toBeLessThan(50 * KB)
  return rest
}

async function measure(contender: Contender) {
  const first = await come(contender, FIRST)
  first()
  const before = await atRest(contender)
  const leave = await come(contender, PEOPLE)
  const here = await atRest(contender)
  leave()
  const after = await atRest(contender)
  return {
    server: contender.name,
    'heap KB each': (here.heapUsed - before.heapUsed) / PEOPLE / KB,
    'RSS KB each': (here.rss - before.rss) / PEOPLE / KB,
    'heap after to before': after.heapUsed / before.heapUsed,
  }
}

it(`keeps ${PEOPLE} people who do nothing`, async () => {
  const [bare, ours] = [await measure(contenders[0]!), await measure(contenders[1]!)]
  report('idle', [bare, ours])
  expectGoals('idle-goals', [
    {
      figure: 'heap KB each, beyond bare Socket.IO',
      is: ours['heap KB each'] - bare['heap KB each'],
      most: 48,
    },
    { figure: 'RSS KB each', is: ours['RSS KB each'], most: 60 },
    { figure: 'heap after they left', is: ours['heap after to before'], most: 1.1 },
  ])
})
