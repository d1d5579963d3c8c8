import type { Slice } from '#shared/protocol/leaderboard'
import { boardRoom } from '../realtime/rooms.js'

/** The room of those who watch a slice; the slice of one's own votes is a room for each person. */
export function roomOf(slice: Slice, voterId: string): string {
  const fields = Object.entries(slice)
    .filter(([, value]) => value !== undefined)
    .sort(([x], [y]) => (x < y ? -1 : 1))
  return boardRoom(JSON.stringify(slice.own ? [...fields, ['voter', voterId]] : fields))
}
