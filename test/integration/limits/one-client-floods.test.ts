import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { percentile } from '../../support/percentile.js'
import { RingsideProcess } from '../../support/ringside-process.js'
import { TestPerson } from '../../support/test-person.js'

const ROUNDS = Number(process.env.FLOODS ?? 2)
const ASKED = 150

interface Flood {
  counts: { answered: number; refused: number }
  end(): Promise<void>
}

/** Floods from a process of its own, so that its work is not that of who measures. */
async function flood(url: string, cookie: string): Promise<Flood> {
  const child: ChildProcess = spawn(process.execPath, ['test/support/flooder.mjs', url, cookie])
  const flooded = { answered: 0, refused: 0 }
  await new Promise<void>((resolve) => {
    createInterface({ input: child.stdout! }).on('line', (line) => {
      if (line === 'flooding') resolve()
      else Object.assign(flooded, JSON.parse(line))
    })
  })
  return {
    counts: flooded,
    async end() {
      child.kill('SIGKILL')
      await once(child, 'close')
    },
  }
}

/** Milliseconds until each of a person's questions was answered. */
async function waits(person: TestPerson): Promise<number[]> {
  const times: number[] = []
  for (let at = 0; at < ASKED; at += 1) {
    const asked = performance.now()
    await person.does('leaderboard:unwatch', {})
    times.push(performance.now() - asked)
  }
  return times
}

it(
  'a client that floods is refused, and others are answered meanwhile',
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'ringside-flood-'))
    const env = { PORT: '0', DATA_DIR: dataDir, DEMO: 'on', LOG_LEVEL: 'error' }
    const server = RingsideProcess.run([], { ...env, EVENTS_PER_MINUTE: '1000' })
    const url = await server.opened()
    const calm: number[] = []
    const flooded: number[] = []
    let refused = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      const person = await TestPerson.arrive(url)
      const flooder = await TestPerson.arrive(url)
      await waits(person)
      calm.push(...(await waits(person)))
      const { counts, end } = await flood(url, flooder.cookie)
      // Its share of a minute is gone.
      await expect.poll(() => counts.refused, { timeout: 20_000 }).toBeGreaterThan(0)
      flooded.push(...(await waits(person)))
      await end()
      refused += counts.refused
      person.leave()
      flooder.leave()
    }
    const of = (share: number) => percentile(flooded, share) / percentile(calm, share)
    console.info(
      `others wait ${of(0.5).toFixed(2)} times as long (median), ${of(0.99).toFixed(2)} times (p99: ${percentile(calm, 0.99).toFixed(1)} to ${percentile(flooded, 0.99).toFixed(1)} ms) while one sends 2,000 messages a second, ${refused} refused`,
    )
    // In the midst of other tests times say nothing.
    if (process.env.FLOODS) expect(of(0.5)).toBeLessThanOrEqual(10)
    expect(await server.kill('SIGTERM')).toBe(0)
    rmSync(dataDir, { recursive: true })
  },
  60_000 + ROUNDS * 30_000,
)
