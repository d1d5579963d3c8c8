import type { Contender } from './contender.js'
import { run } from './load.js'

/** A server holds a load as long as nothing is lost and a token is not older than this, in milliseconds. */
const LONGEST_P99 = 250
const STEP = 10
const MOST = 320
/** What else the machine does can only make a server look worse, so one good run of these is enough. */
const TRIES = 2

async function holds(contender: Contender, battles: number): Promise<boolean> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    // The first goes on until the last has come.
    const { lost, p99Ms } = await run(contender, { battles, tokens: 800, everyMs: 20 })
    if (lost === 0 && p99Ms <= LONGEST_P99) return true
  }
  return false
}

/** The most battles of two streams at 50 tokens a second that the server holds, to the next ten. */
export async function capacity(contender: Contender): Promise<number> {
  let held = 0
  let failed = MOST + STEP
  while (failed - held > STEP) {
    const middle = Math.round((held + failed) / 2 / STEP) * STEP
    if (await holds(contender, middle)) held = middle
    else failed = middle
  }
  return held
}
