import { Logger } from '@nestjs/common'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CommandLog } from '#server/arena/access/command-log'
import { CommandRepository } from '#server/storage/conversations/command.repository'
import type { KyselyDatabase } from '#server/storage/database/kysely-database'
import { newDatabase } from '../../support/databases.js'
import { ManualClock } from '../../support/manual-clock.js'

const HOUR = 3600 * 1000
const COMMAND = { event: 'turn:stop' as const, voterId: 'voter', asked: { commandId: 'command' } }

describe('the log of commands', () => {
  let clock: ManualClock
  let database: KyselyDatabase
  let commands: CommandRepository
  let log: CommandLog

  beforeEach(async () => {
    clock = new ManualClock()
    database = await newDatabase('sqlite')
    commands = new CommandRepository(database)
    log = new CommandLog(commands, clock)
    await log.onModuleInit()
    await log.once(COMMAND, async (record) => {
      await database.write((trx) => record(trx, {}))
      return {}
    })
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    log.onModuleDestroy()
    await database.close()
  })

  const kept = async () => (await commands.find('voter', 'command')) !== undefined

  it('forgets, hour by hour, what is older than a day', async () => {
    clock.advance(24 * HOUR)
    expect(await kept()).toBe(true)
    clock.advance(HOUR)
    await vi.waitUntil(async () => !(await kept()))
  })

  it('tries again an hour after storage refused', async () => {
    vi.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined)
    const forget = vi.spyOn(commands, 'forgetBefore').mockRejectedValueOnce(new Error('locked'))
    clock.advance(HOUR)
    clock.advance(HOUR)
    expect(forget).toHaveBeenCalledTimes(2)
  })

  it('waits for no hour any more once the arena closes', () => {
    expect(clock.pending).toBe(1)
    log.onModuleDestroy()
    expect(clock.pending).toBe(0)
  })
})
