import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { bearsToken } from '#server/edge/bearer-token'

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
    const compare = vi.spyOn(crypto, 'timingSafeEqual')
    // What was imported by its name sees the spy from here on.
    syncBuiltinESMExports()
    onTestFinished(() => {
      compare.mockRestore()
      syncBuiltinESMExports()
    })
    for (const given of [TOKEN, `${TOKEN.slice(0, -1)}x`, 'x', 'x'.repeat(10_000)]) {
      bearsToken(`Bearer ${given}`, [TOKEN])
    }
    const lengths = compare.mock.calls.map((pair) => pair.map(({ byteLength }) => byteLength))
    expect(lengths).toEqual(Array(4).fill([32, 32]))
  })
})
