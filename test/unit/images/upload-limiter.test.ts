import { expect, it } from 'vitest'
import { parseSettings } from '#server/config/parse-settings'
import { UploadLimiter } from '#server/images/upload-limiter'
import { RateLimits } from '#server/limits/rate-limits'
import type { ImageRepository } from '#server/storage/conversations/image.repository'

const settings = parseSettings({}, {}, '/')

it('reads four pictures of a visitor at once, as many as a message has, and those of others beside them', async () => {
  const limiter = new UploadLimiter({} as ImageRepository, new RateLimits(settings), settings)
  let letGo = (): void => undefined
  const held = new Promise<void>((resolve) => (letGo = resolve))
  const busy = Array.from({ length: 4 }, () => limiter.oneOfFew('one', () => held))
  const fifth = () => limiter.oneOfFew('one', () => Promise.resolve('read'))
  await expect(fifth()).rejects.toMatchObject({ code: 'rate_limited' })
  expect(await limiter.oneOfFew('two', () => Promise.resolve('read'))).toBe('read')
  letGo()
  await Promise.all(busy)
  expect(await fifth()).toBe('read')
  await expect(limiter.oneOfFew('one', () => Promise.reject(new Error('x')))).rejects.toThrow('x')
  expect(await fifth()).toBe('read')
})
