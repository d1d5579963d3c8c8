import { expect, it, vi } from 'vitest'
import type { Erasure } from '#server/arena/history/erasure'
import { Retention } from '#server/arena/history/retention'
import type { Settings } from '#server/config/settings'
import type {
  ConversationRepository,
  Untouched,
} from '#server/storage/conversations/conversation.repository'
import type { LogShedder } from '#server/storage/database/log-shedder'
import { ManualClock } from '../../support/manual-clock.js'

it('a sweep comes to each old conversation once, whatever becomes of others, and sheds once', async () => {
  const all = Array.from({ length: 250 }, (_, at): Untouched => ({ id: `${at}`, updatedAt: at }))
  const conversations = {
    untouchedSince: (_before: number, limit: number, after?: Untouched) =>
      Promise.resolve(all.slice(after ? all.indexOf(after) + 1 : 0).slice(0, limit)),
  }
  const asked: string[] = []
  const erasure = {
    ofOld(id: string) {
      asked.push(id)
      return asked.length === 1 ? Promise.reject(new Error('disk full')) : Promise.resolve()
    },
  }
  const shed = vi.fn(() => Promise.resolve())
  const retention = new Retention(
    { retentionDays: 30 } as Settings,
    new ManualClock(),
    conversations as unknown as ConversationRepository,
    erasure as unknown as Erasure,
    { shed } as unknown as LogShedder,
  )
  Reflect.set(retention, 'logger', { error: () => undefined })
  retention.onApplicationBootstrap()
  await Reflect.get(retention, 'sweeping')
  expect(asked).toEqual(all.map(({ id }) => id))
  expect(shed).toHaveBeenCalledOnce()
  await retention.onModuleDestroy()
})
