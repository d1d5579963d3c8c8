import { describe, expect, it } from 'vitest'
import { groupByDay } from '../../../../client/src/lib/group-by-day.js'

const at = (text: string) => ({ updatedAt: new Date(text).getTime() })
const groupsOf = (now: string, ...rows: string[]) =>
  groupByDay(rows.map(at), new Date(now).getTime()).map(({ group, rows }) => [group, rows.length])

describe('history by day', () => {
  it('counts calendar days, not spans of 24 hours', () => {
    expect(groupsOf('2026-03-10T00:05:00', '2026-03-10T00:01:00', '2026-03-09T23:59:00')).toEqual([
      ['today', 1],
      ['yesterday', 1],
    ])
  })

  it('keeps the order, and has no empty day', () => {
    expect(
      groupsOf(
        '2026-03-20T12:00:00',
        '2026-03-20T11:00:00',
        '2026-03-20T01:00:00',
        '2026-03-14T12:00:00',
        '2026-03-13T12:00:00',
        '2024-01-01T00:00:00',
      ),
    ).toEqual([
      ['today', 2],
      ['week', 1],
      ['earlier', 2],
    ])
  })

  it('counts a time that is yet to come as today: clocks differ', () => {
    expect(groupsOf('2026-03-20T12:00:00', '2026-03-21T00:30:00')).toEqual([['today', 1]])
  })
})
