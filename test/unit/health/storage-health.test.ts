import { HealthIndicatorService } from '@nestjs/terminus'
import { expect, it } from 'vitest'
import { StorageHealth } from '#server/health/storage.health'
import type { KyselyDatabase } from '#server/storage/database/kysely-database'
import { ManualClock } from '../../support/manual-clock.js'

function watched() {
  const clock = new ManualClock()
  const pings: { up(): void; down(): void }[] = []
  const ping = () =>
    new Promise<void>((up, down) => pings.push({ up, down: () => down(new Error('disk full')) }))
  const health = new StorageHealth(
    new HealthIndicatorService(),
    { ping } as unknown as KyselyDatabase,
    clock,
  )
  const check = async () => (await health.check()).storage?.status
  return { clock, pings, check }
}

it('storage is up where a write gets through, and down where it does not', async () => {
  const { clock, pings, check } = watched()
  const first = check()
  pings[0]!.up()
  expect(await first).toBe('up')
  clock.advance(1_000)
  const second = check()
  pings[1]!.down()
  expect(await second).toBe('down')
  expect(clock.pending).toBe(0)
})

it('a write that hangs is down after two seconds, and no other is tried beside it', async () => {
  const { clock, pings, check } = watched()
  const first = check()
  clock.advance(1_999)
  const second = check()
  clock.advance(1)
  expect(await first).toBe('down')
  clock.advance(1_999)
  expect(await second).toBe('down')
  expect(pings).toHaveLength(1)
  pings[0]!.up()
  await Promise.resolve()
  const third = check()
  pings[1]!.up()
  expect(await third).toBe('up')
})

it('many who ask within a second are told of one write', async () => {
  const { clock, pings, check } = watched()
  const asked = [check(), check()]
  pings[0]!.up()
  clock.advance(999)
  asked.push(check())
  expect(await Promise.all(asked)).toEqual(['up', 'up', 'up'])
  expect(pings).toHaveLength(1)
})
