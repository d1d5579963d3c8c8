import { expect, it } from 'vitest'
import { inLane, type LaneUse } from '#server/images/image-lane'

/** Work in the lane that goes on until it is let go. */
function work(log: string[], name: string, use: LaneUse = {}) {
  let letGo = (): void => undefined
  const held = new Promise<void>((resolve) => (letGo = resolve))
  const done = inLane(use, () => {
    log.push(name)
    return held
  })
  return { letGo, done }
}

/** All promises that can go on have gone on. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

it('lets in a picture that a model waits for though 64 uploads wait, and the 65th upload not', async () => {
  const log: string[] = []
  const running = work(log, 'running')
  const waiting = Array.from({ length: 64 }, () => work(log, 'upload'))
  await expect(work(log, 'refused').done).rejects.toMatchObject({ code: 'rate_limited' })
  const urgent = work(log, 'urgent', { urgent: true })
  running.letGo()
  await settled()
  expect(log).toEqual(['running', 'urgent'])
  for (const each of [urgent, ...waiting]) each.letGo()
  await Promise.all([urgent, ...waiting].map(({ done }) => done))
  expect(log).toHaveLength(66)
})

it('is free again after work that fails', async () => {
  const failing = () => inLane({}, () => Promise.reject(new Error('broken')))
  await expect(failing()).rejects.toThrow('broken')
  await expect(failing()).rejects.toThrow('broken')
  const log: string[] = []
  const { letGo, done } = work(log, 'next')
  letGo()
  await done
  expect(log).toEqual(['next'])
})
