import { describe, expect, it } from 'vitest'
import { googleDurationMs, retryAfterMs } from '#server/provider/upstream/retry-after'

const date = 'Wed, 21 Oct 2026 07:28:00 GMT'

describe('how long to wait', () => {
  it.each([
    ['seconds', { 'retry-after': '7' }, 7_000],
    ['a part of a second', { 'retry-after': '0.5' }, 500],
    ['nothing to wait for', { 'retry-after': '0' }, 0],
    ['milliseconds', { 'retry-after-ms': '1500' }, 1_500],
    ['milliseconds before seconds', { 'retry-after-ms': '20', 'retry-after': '9' }, 20],
    ['milliseconds, as Azure spells them', { 'x-ms-retry-after-ms': '30' }, 30],
    ['a date', { date, 'retry-after': 'Wed, 21 Oct 2026 07:28:30 GMT' }, 30_000],
    ['a date that has passed', { date, 'retry-after': 'Wed, 21 Oct 2026 07:27:00 GMT' }, 0],
    [
      'a date of who does not tell the time',
      { 'retry-after': 'Wed, 21 Oct 2026 07:28:30 GMT' },
      undefined,
    ],
    [
      'a date of an upstream whose clock is an hour ahead',
      { date: 'Wed, 21 Oct 2026 08:28:00 GMT', 'retry-after': 'Wed, 21 Oct 2026 08:28:05 GMT' },
      5_000,
    ],
    ['nonsense', { 'retry-after': 'soon' }, undefined],
    ['nonsense in milliseconds', { 'retry-after-ms': 'soon' }, undefined],
    ['seconds beside it', { 'retry-after-ms': 'soon', 'retry-after': '7' }, 7_000],
    ['less than nothing', { 'retry-after': '-5' }, 0],
    ['no word of it', {}, undefined],
  ])('%s', (_what, headers, expected) => {
    expect(retryAfterMs(new Headers(headers))).toBe(expected)
  })

  it('is not known without headers', () => {
    expect(retryAfterMs(undefined)).toBeUndefined()
  })

  it.each([
    ['17s', 17_000],
    ['0.250s', 250],
    ['17', undefined],
    ['s', undefined],
    [17, undefined],
    [undefined, undefined],
  ])('Google’s %s', (duration, expected) => {
    expect(googleDurationMs(duration)).toBe(expected)
  })
})
