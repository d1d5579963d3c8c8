export type DayGroup = 'pinned' | 'today' | 'yesterday' | 'week' | 'earlier'

const DAYS_OF_WEEK = 7

/** Whole days, as calendars count them, between a moment and now, in the reader's own time zone. */
function daysAgo(time: number, now: number): number {
  const midnight = (moment: number) => new Date(moment).setHours(0, 0, 0, 0)
  // A day with a change of the clock has 23 or 25 hours.
  return Math.round((midnight(now) - midnight(time)) / 86_400_000)
}

function groupOf(time: number, now: number): DayGroup {
  const days = daysAgo(time, now)
  if (days <= 0) return 'today'
  if (days === 1) return 'yesterday'
  return days < DAYS_OF_WEEK ? 'week' : 'earlier'
}

/**
 * Rows under the day they belong to, those that are pinned under a heading of their own, in the order in
 * which they come; headings without a row are left out.
 */
export function groupByDay<T extends { updatedAt: number; pinned?: boolean }>(
  rows: readonly T[],
  now: number,
): { group: DayGroup; rows: T[] }[] {
  const groups = new Map<DayGroup, T[]>()
  for (const row of rows) {
    const group = row.pinned ? 'pinned' : groupOf(row.updatedAt, now)
    const members = groups.get(group)
    if (members) members.push(row)
    else groups.set(group, [row])
  }
  return [...groups].map(([group, members]) => ({ group, rows: members }))
}
