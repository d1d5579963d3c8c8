import type { Slice } from '#shared/protocol/leaderboard'
import type { ArenaSocket } from '../realtime/realtime-server.js'
import { boardRoom, isBoardRoom } from '../realtime/rooms.js'

/** A switch that is off means what an absent one does, but for this: which board is the usual one changes. */
const isSaid = ([name, value]: [string, unknown]): boolean =>
  value !== undefined && (value !== false || name === 'demo')

/** The room of those who watch a slice; the slice of one's own votes is a room for each person. */
export function roomOf(slice: Slice, voterId: string): string {
  const fields = Object.entries(slice)
    .filter(isSaid)
    .sort(([x], [y]) => (x < y ? -1 : 1))
  return boardRoom(JSON.stringify(slice.own ? [...fields, ['voter', voterId]] : fields))
}

/** Brings a socket into the room of a board and out of every other: each that somebody watches costs a fit a vote. */
export async function watchAlone(socket: ArenaSocket, room: string): Promise<void> {
  for (const other of [...socket.rooms]) {
    if (isBoardRoom(other) && other !== room) await socket.leave(other)
  }
  await socket.join(room)
}
