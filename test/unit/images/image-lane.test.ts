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
  const running = [work(log, 'a'), work(log, 'b')]
  const waiting = Array.from({ length: 64 }, () => work(log, 'upload'))
  await expect(work(log, 'refused').done).rejects.toMatchObject({ code: 'rate_limited' })
  const urgent = work(log, 'urgent', { urgent: true })
  running[0]!.letGo()
  await settled()
  expect(log).toEqual(['a', 'b', 'urgent'])
  for (const each of [...running, urgent, ...waiting]) each.letGo()
  await Promise.all([...running, urgent, ...waiting].map(({ done }) => done))
  expect(log).toHaveLength(67)
})

it('lets a large picture have both lanes, and nobody overtake it', async () => {
  const log: string[] = []
  const first = work(log, 'first')
  const large = work(log, 'large', { alone: true })
  const small = work(log, 'small')
  await settled()
  expect(log).toEqual(['first'])
  first.letGo()
  await settled()
  expect(log).toEqual(['first', 'large'])
  large.letGo()
  await settled()
  expect(log).toEqual(['first', 'large', 'small'])
  small.letGo()
  await small.done
})

it('is free again after work that fails', async () => {
  const failing = () => inLane({ alone: true }, () => Promise.reject(new Error('broken')))
  await expect(failing()).rejects.toThrow('broken')
  await expect(failing()).rejects.toThrow('broken')
  const log: string[] = []
  const { letGo, done } = work(log, 'next')
  letGo()
  await done
  expect(log).toEqual(['next'])
})
