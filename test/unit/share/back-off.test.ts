import { expect, it } from 'vitest'
import { backOff } from '#server/share/back-off'

it('doubles up to a minute', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8, 100].map((failures) => backOff(failures, 0))
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60].map((seconds) => seconds * 1000))
})

it('takes up to half off by chance', () => {
  expect(backOff(1, 0.5)).toBe(750)
  expect(backOff(100, 1 - Number.EPSILON)).toBe(30_000)
})
