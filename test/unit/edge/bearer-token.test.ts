import { describe, expect, it, vi } from 'vitest'
import { bearsToken } from '#server/edge/bearer-token'

const compared = vi.hoisted((): [number, number][] => [])

vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>()
  return {
    ...crypto,
    timingSafeEqual: (one: Buffer, other: Buffer) => {
      compared.push([one.length, other.length])
      return crypto.timingSafeEqual(one, other)
    },
  }
})

const TOKEN = 'a-token-of-more-than-thirty-two-letters'

describe('a token', () => {
  it.each([
    [`Bearer ${TOKEN}`, true],
    [`Bearer ${TOKEN}x`, false],
    [`Bearer ${TOKEN.slice(0, -1)}`, false],
    [`Bearer b${TOKEN.slice(1)}`, false],
    [`Bearer ${TOKEN.toUpperCase()}`, false],
    [TOKEN, false],
    ['Bearer ', false],
    [undefined, false],
  ])('%s is right: %s', (header, right) => {
    expect(bearsToken(header, [undefined, TOKEN])).toBe(right)
  })

  it('is compared by its hash and in constant time, however long or alike the other is', () => {
    compared.length = 0
    for (const given of [TOKEN, `${TOKEN.slice(0, -1)}x`, 'x', 'x'.repeat(10_000)]) {
      bearsToken(`Bearer ${given}`, [TOKEN])
    }
    expect(compared).toEqual(Array(4).fill([32, 32]))
  })
})
