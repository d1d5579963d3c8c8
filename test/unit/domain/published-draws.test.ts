import { publishedUntil } from '#server/domain/pairing/published-draws'
import { expect, it } from 'vitest'

const until = (...battles: number[]) =>
  publishedUntil(battles.map((count, day) => ({ day, battles: count })))

it('draws are told in groups that are large enough to hide one battle', () => {
  expect(until()).toBeUndefined()
  expect(until(19)).toBeUndefined()
  expect(until(20)).toBe(0)
  expect(until(5, 14, 1, 19)).toBe(2)
  expect(until(30, 19)).toBe(0)
  expect(until(30, 19, 1)).toBe(2)
})
