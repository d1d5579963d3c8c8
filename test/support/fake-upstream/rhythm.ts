import { setTimeout as delay } from 'node:timers/promises'
import { SeededRandom } from '../seeded-random.js'
import type { Reply } from './script.js'

/** Waits as long as the reply says before the piece of this number. */
export function rhythmOf(reply: Reply): (index: number) => Promise<void> {
  const random = new SeededRandom(reply.seed ?? 1)
  const pieces = [...(reply.reasoning ?? []), ...(reply.text ?? [])]
  const spell = (index: number): number =>
    reply.rate === undefined
      ? (reply.chunkMs ?? 0)
      : ((pieces[index]?.length ?? 0) / reply.rate) * 1000
  return async (index) => {
    const ms = spell(index) + (reply.jitterMs ? random.next() * reply.jitterMs : 0)
    if (ms > 0) await delay(ms)
  }
}
